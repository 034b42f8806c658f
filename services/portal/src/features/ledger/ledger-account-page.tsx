export function LedgerAccountPage() {
  return null;
}
