export function NewWeightVersionPage() {
  return null;
}
