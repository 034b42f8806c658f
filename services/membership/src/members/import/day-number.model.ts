const dayMs = 86_400_000;
/** Day 0 of both ways of counting. The 29 February 1900 that Excel counts lies before any joining date. */
const dayZero = { since1900: Date.UTC(1899, 11, 30), since1904: Date.UTC(1904, 0, 1) };

/** A spreadsheet's day number as `YYYY-MM-DD`; the number itself if it is no day. */
export function dayOf(serial: number, is1904 = false): string {
  const at = (is1904 ? dayZero.since1904 : dayZero.since1900) + Math.floor(serial) * dayMs;
  const isDay = serial >= 1 && serial < 2_958_466;
  return isDay ? new Date(at).toISOString().slice(0, 10) : String(serial);
}
