export function EntryListPage() {
  return null;
}
