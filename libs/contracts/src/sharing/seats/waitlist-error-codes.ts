import type { ErrorText } from '../../core/error-text.js';

/** What is refused of the order of a waitlist, see `../error-codes.ts`. */
export const waitlistErrors = {
  WAITLIST_ORDER_FIXED: {
    kind: 'conflict',
    zh: '报名已经开始，候补顺序的规则不能再改',
    en: 'Sign-up has begun: the rule by which the waitlist goes cannot be changed any more',
  },
} as const satisfies Record<string, ErrorText>;
