import type { ErrorText } from '../../core/error-text.js';

/** What is refused by the rules of mandates, see `../error-codes.ts`. */
export const mandateErrors = {
  MANDATE_TO_ITSELF: {
    kind: 'rule',
    zh: '不能委托给本工会自己',
    en: 'A union needs no mandate to act for itself',
  },
  MANDATE_TOO_LONG: {
    kind: 'rule',
    zh: '委托期限最长 {maxYears} 年',
    en: 'A mandate lasts at most {maxYears} years',
  },
  MANDATE_OVER: {
    kind: 'rule',
    zh: '委托的截止时间已过去',
    en: 'The end of the mandate is in the past',
  },
  MANDATES_TOO_MANY: {
    kind: 'conflict',
    zh: '有效的委托最多 {max} 项，请先终止不用的',
    en: 'The union has {max} mandates in force, which is the limit; please end one first',
  },
  MANDATE_LIMIT_WITHOUT_BOOKKEEPING: {
    kind: 'rule',
    zh: '只有委托代理记账时才设单笔限额',
    en: 'A limit is for the keeping of books, which this mandate does not hold',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
