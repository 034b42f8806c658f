/** Why something was not done to an occurrence, as far as the page has words of its own. */
export const refusalCodes = [
  'ACTIVITY_CANCELLED',
  'ACTIVITY_NOT_OPEN',
  'ACTIVITY_STARTED',
  'AGREEMENT_REQUIRED',
  'PERIOD_EMPTY',
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

/** What was filled in; what was left empty stays as it is. */
export function changesOf(typed: Typed): Typed {
  const fields = ['title', 'description', 'venue', 'startTime'] as const;
  const filled = fields.map((field) => [field, (typed[field] ?? '').trim()] as const);
  return Object.fromEntries(filled.filter(([, text]) => text !== ''));
}
