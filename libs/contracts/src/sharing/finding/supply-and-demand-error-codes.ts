import type { ErrorText } from '../../core/error-text.js';

/** What is refused of an account of what is shared, see `../error-codes.ts`. */
export const supplyAndDemandErrors = {
  SHARING_PERIOD_TOO_LONG: {
    kind: 'rule',
    zh: '一次最多看 {days} 天',
    en: 'At most {days} days can be looked at',
  },
} as const satisfies Record<string, ErrorText>;
