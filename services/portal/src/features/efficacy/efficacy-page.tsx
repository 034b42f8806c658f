export function EfficacyPage() {
  return null;
}
