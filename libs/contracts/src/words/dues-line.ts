/**
 * A bank line that was assigned to a member's dues is waiting until membership has booked it or returned it; what was
 * returned may be refunded. Settlement, which has the line, and membership, which has the dues, say the same of it.
 */
export const duesLineStates = ['waiting', 'booked', 'returned', 'refunded'] as const;
export type DuesLineState = (typeof duesLineStates)[number];

/**
 * Why a line was not booked: no member of the union has the reference; the membership had ended and owed less; it is more
 * than is due up to the end of the year of the reference; or its receipt was taken back.
 */
export const duesLineReasons = ['unknown', 'ended', 'overpaid', 'takenBack'] as const;
export type DuesLineReason = (typeof duesLineReasons)[number];

/** Like `HF260000123469`: see `duesReference` of the domain. */
export const duesReferencePattern = /^HF\d{12}$/;
export const duesReferenceExample = 'HF260000123469';
