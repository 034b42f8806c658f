export function IndicatorSystemListPage() {
  return null;
}
