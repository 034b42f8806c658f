export function NeedListPage() {
  return null;
}
