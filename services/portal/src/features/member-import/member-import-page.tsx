export function MemberImportPage() {
  return null;
}
