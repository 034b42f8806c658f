export function NewMemberImportPage() {
  return null;
}
