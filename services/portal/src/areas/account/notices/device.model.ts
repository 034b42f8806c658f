/** Is it one of those that are told only what is opened from their home screen? */
export function needsHomeScreen(userAgent: string): boolean {
  return /iPhone|iPod|iPad/.test(userAgent);
}
