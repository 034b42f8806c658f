export function MemberImportListPage() {
  return null;
}
