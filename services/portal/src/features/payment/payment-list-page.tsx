export function PaymentListPage() {
  return null;
}
