export function CostPoolPage() {
  return null;
}
