/** Durations in milliseconds; a day is 24 hours, whatever the zone. */
export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;
