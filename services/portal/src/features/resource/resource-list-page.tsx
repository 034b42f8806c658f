export function ResourceListPage() {
  return null;
}
