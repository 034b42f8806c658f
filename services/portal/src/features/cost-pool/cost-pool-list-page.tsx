export function CostPoolListPage() {
  return null;
}
