export function NettingRunListPage() {
  return null;
}
