export function LoanListPage() {
  return null;
}
