/** The reasons for which the page has its own words. */
export const refusalCodes = [
  'ACTIVITY_CANCELLED',
  'ACTIVITY_NOT_OPEN',
  'ACTIVITY_STARTED',
  'AGREEMENT_REQUIRED',
  'PERIOD_EMPTY',
  'SEATS_MISSING',
  'SIGN_UP_AFTER_END',
  'START_PAST',
] as const;

export function refusalKey(code: string): (typeof refusalCodes)[number] | 'other' {
  return refusalCodes.find((one) => one === code) ?? 'other';
}

interface Typed {
  readonly title?: string;
  readonly description?: string;
  readonly venue?: string;
  readonly startTime?: string;
}

/** The filled fields; empty ones stay unchanged. */
export function changesOf(typed: Typed): Typed {
  const fields = ['title', 'description', 'venue', 'startTime'] as const;
  const filled = fields.map((field) => [field, (typed[field] ?? '').trim()] as const);
  return Object.fromEntries(filled.filter(([, text]) => text !== ''));
}
