import type { ErrorText } from '../../core/error-text.js';

/** What is refused around reminders, messages and questions, see `../error-codes.ts`. */
export const noticeErrors = {
  REMINDER_TWICE: {
    kind: 'rule',
    zh: '同一时间的提醒只能有一个',
    en: 'There is a reminder at this time already',
  },
  POOL_IS_OPEN: { kind: 'conflict', zh: '已经开放报名', en: 'Sign-up is open already' },
  NO_RECIPIENTS: { kind: 'rule', zh: '没有符合条件的人', en: 'There is nobody whom it would reach' },
  MESSAGES_TOO_MANY: {
    kind: 'conflict',
    zh: '一个活动 24 小时内最多发 {max} 条消息',
    en: 'An activity may send {max} messages within 24 hours',
  },
  MESSAGE_WITHDRAWN: { kind: 'conflict', zh: '消息已经撤回', en: 'The message is withdrawn already' },
  QUESTIONS_TOO_MANY: {
    kind: 'conflict',
    zh: '您在这个活动已有 {max} 个问题等待答复',
    en: 'You have {max} questions about this activity that wait for an answer',
  },
  QUESTION_NOT_OPEN: {
    kind: 'conflict',
    zh: '问题已经答复、撤回或隐藏',
    en: 'The question is answered, withdrawn or hidden already',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
