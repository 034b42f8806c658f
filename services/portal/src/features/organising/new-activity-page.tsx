export function NewActivityPage() {
  return null;
}
