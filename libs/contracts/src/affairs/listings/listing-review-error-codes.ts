import type { ErrorText } from '../../core/error-text.js';

/** What is refused about reports on vacancies and benefits, see `../../error-codes.ts`. */
export const listingReviewErrors = {
  LISTING_REPORTED_BEFORE: {
    kind: 'conflict',
    zh: '您已经举报过，每人只能举报一次',
    en: 'You have reported it already; each person does so once',
  },
  LISTING_REPORT_WORDS: {
    kind: 'rule',
    zh: '选“其他”时请写明哪里有问题',
    en: 'Say what is wrong where it is something else',
  },
  LISTING_NOT_SHOWN: {
    kind: 'conflict',
    zh: '这条信息现在没有展示，不用举报',
    en: 'It is not shown at present, so there is nothing to report',
  },
  LISTING_REVIEW_STATE: {
    kind: 'conflict',
    zh: '这次举报现在的状态不能这样处理，请刷新后再看',
    en: 'The reports are in a state in which this is not possible; read them again',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
