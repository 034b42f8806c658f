export function PublicUnionPage() {
  return null;
}
