export function EditResourcePage() {
  return null;
}
