export function ScoreListPage() {
  return null;
}
