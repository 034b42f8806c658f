export function InvitationListPage() {
  return null;
}
