export function NettingRunPage() {
  return null;
}
