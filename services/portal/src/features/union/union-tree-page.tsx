export function UnionTreePage() {
  return null;
}
