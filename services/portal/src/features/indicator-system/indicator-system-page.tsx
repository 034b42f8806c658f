export function IndicatorSystemPage() {
  return null;
}
