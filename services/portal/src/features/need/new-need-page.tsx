export function NewNeedPage() {
  return null;
}
