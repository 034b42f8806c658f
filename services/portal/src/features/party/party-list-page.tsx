export function PartyListPage() {
  return null;
}
