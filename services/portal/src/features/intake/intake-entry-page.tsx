export function IntakeEntryPage() {
  return null;
}
