export function AccountListPage() {
  return null;
}
