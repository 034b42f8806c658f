export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;

/** The time zone of the network: deadlines, quiet hours and months follow it unless an activity has a zone of its own. */
export const networkTimeZone = 'Asia/Shanghai';
