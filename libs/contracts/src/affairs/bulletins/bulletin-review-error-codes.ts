import type { ErrorText } from '../../core/error-text.js';

/** What is refused about reports on bulletins, see `../../error-codes.ts`. */
export const bulletinReviewErrors = {
  BULLETIN_REPORTED_BEFORE: {
    kind: 'conflict',
    zh: '您已经举报过这条信息，正在处理',
    en: 'You have reported this bulletin already; it is being dealt with',
  },
  BULLETIN_REVIEW_STATE: {
    kind: 'conflict',
    zh: '这次举报现在的状态不能这样处理，请刷新后再看',
    en: 'The reports on this bulletin are in a state in which this is not possible; read them again',
  },
  BULLETIN_APPEAL_OVER: {
    kind: 'conflict',
    zh: '申诉要在隐藏后 15 日内提出，只能提一次',
    en: 'An appeal is possible once, within 15 days after the bulletin was hidden',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
