import type { ErrorText } from '../../core/error-text.js';

/** What is refused to whoever seeks something or offers it, see `../error-codes.ts`. */
export const needErrors = {
  WANT_KIND_FUNCTION: {
    kind: 'rule',
    zh: '所选类型与用途不一致',
    en: 'What is sought is of another function',
  },
  NEED_WITHOUT_TIME: {
    kind: 'rule',
    zh: '请至少写一个合适的时间',
    en: 'Please say at least one time that would suit',
  },
  FLEXIBLE_DAYS_NONE: {
    kind: 'rule',
    zh: '所选日期内没有符合条件的日子',
    en: 'None of these days would do',
  },
  FLEXIBLE_TOO_LONG: {
    kind: 'rule',
    zh: '日期范围不能超过 {maxDays} 天',
    en: 'At most {maxDays} days can be looked at',
  },
  FLEXIBLE_HOURS_SHORT: {
    kind: 'rule',
    zh: '每天的时间段短于所需时长',
    en: 'The hours of a day are shorter than what is needed',
  },
  OFFER_GONE: {
    kind: 'conflict',
    zh: '这项供给已不在了，或已满、已被占用',
    en: 'What was offered is gone, full or taken by now',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
