export function RankingListPage() {
  return null;
}
