export function EditActivityPage() {
  return null;
}
