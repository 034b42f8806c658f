export function WeightVersionPage() {
  return null;
}
