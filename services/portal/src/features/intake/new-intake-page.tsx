export function NewIntakePage() {
  return null;
}
