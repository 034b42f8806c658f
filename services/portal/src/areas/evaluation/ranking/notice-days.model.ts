const dayMs = 86_400_000;

/** How many whole days are left, and how many hours besides; null once it is over. */
export function timeLeft(until: string, now: Date): { readonly days: number; readonly hours: number } | null {
  const left = new Date(until).getTime() - now.getTime();
  if (left <= 0) return null;
  return { days: Math.floor(left / dayMs), hours: Math.floor((left % dayMs) / 3_600_000) };
}
