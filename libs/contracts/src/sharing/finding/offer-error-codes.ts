import type { ErrorText } from '../../core/error-text.js';

/** What is refused by the search over everything that can be shared, see `../error-codes.ts`. */
export const offerErrors = {
  OFFER_TIME_INCOMPLETE: {
    kind: 'rule',
    zh: '按空闲时间查找时，开始和结束都要填写',
    en: 'To look for what is free at a time, give both its beginning and its end',
  },
  OFFER_NEAR_MISSING: {
    kind: 'rule',
    zh: '按距离查找时，请先给出从哪里算起',
    en: 'To look by distance, say from where it is measured',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
