import type { ErrorText } from '../../core/error-text.js';

/** What is refused about lapses of memberships, see `../../error-codes.ts`. */
export const lapseErrors = {
  LAPSE_NOT_DUE: {
    kind: 'rule',
    zh: '该会员不符合自动退会的条件：须连续 {months} 个月没有交会费，也没有参加工会活动',
    en: 'The membership does not lapse: that takes {months} months in a row without dues and without taking part',
  },
  LAPSE_WARNED_ALREADY: {
    kind: 'conflict',
    zh: '已经提醒过该会员，请等候答复，或在到期后决定',
    en: 'This member was warned already; please wait for their answer, or decide once the time has passed',
  },
  LAPSE_NOT_WARNED: {
    kind: 'rule',
    zh: '按自动退会办理前，须先在“长期未缴费未参加”名单中提醒本人',
    en: 'A membership lapses only after its member was warned; please do that in the list of those without dues and part',
  },
  LAPSE_TOO_EARLY: {
    kind: 'rule',
    zh: '提醒后须给本人留出时间，{day} 起才能按自动退会办理',
    en: 'The member has time to answer the warning: it can lapse from {day} on',
  },
  LAPSE_MENDED: {
    kind: 'conflict',
    zh: '提醒后本人已补交会费、参加活动或不再欠缴，不能按自动退会办理',
    en: 'Since the warning the member has paid dues or taken part, or owes none any more: the membership does not lapse',
  },
  LAPSE_WARNING_OVER: {
    kind: 'conflict',
    zh: '这次提醒已经了结',
    en: 'This warning is over already',
  },
  LAPSE_ANSWERED: {
    kind: 'conflict',
    zh: '您已经答复过，工会正在考虑',
    en: 'You have answered already; your union considers it',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
