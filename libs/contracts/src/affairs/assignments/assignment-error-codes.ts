import type { ErrorText } from '../../core/error-text.js';

/** What is refused to whoever gives an assignment to unions below, and to these, see `../../error-codes.ts`. */
export const assignmentErrors = {
  ASSIGNMENT_INVALID: {
    kind: 'rule',
    zh: '任务有不合规则的地方，请看标出的各项',
    en: 'Something about the assignment breaks a rule; see what is marked',
  },
  ASSIGNMENT_FORM_MISSING: {
    kind: 'rule',
    zh: '要回报的任务至少要有一个问题',
    en: 'An assignment that asks for something back needs a question',
  },
  ASSIGNMENT_NOTICE_ASKS: {
    kind: 'rule',
    zh: '通知只要签收，不带问题',
    en: 'A notice asks for a receipt alone and has no questions',
  },
  ASSIGNMENT_UNIONS_MISSING: { kind: 'rule', zh: '请选择下级工会', en: 'Please choose unions below' },
  ASSIGNMENT_UNION_NOT_BELOW: {
    kind: 'rule',
    zh: '有工会不是下级工会，或已撤销',
    en: 'One of these is no union below, or has closed',
  },
  ASSIGNMENT_NOBODY_BELOW: {
    kind: 'conflict',
    zh: '没有可以下达的下级工会',
    en: 'There is no union below to give it to',
  },
  ASSIGNMENT_UNIONS_TOO_MANY: {
    kind: 'conflict',
    zh: '一项任务最多下达给 {max} 家工会',
    en: 'An assignment goes to at most {max} unions',
  },
  ASSIGNMENT_DUE_PAST: {
    kind: 'rule',
    zh: '日期不能早于今天',
    en: 'The day cannot be before today',
  },
  ASSIGNMENT_STATE: {
    kind: 'conflict',
    zh: '任务的状态已经变了，请看最新的进度',
    en: 'The assignment is not where you think it is any more; please look at it again',
  },
  ASSIGNMENT_DELAY_NOT_LATER: {
    kind: 'rule',
    zh: '延到的日期要晚于现在的期限',
    en: 'The new day has to be after the present deadline',
  },
  ASSIGNMENT_REMINDED_TODAY: {
    kind: 'conflict',
    zh: '今天已经催过一次，请明天再催',
    en: 'They were reminded today; please try again tomorrow',
  },
  ASSIGNMENT_FIGURE_NO_NUMBER: {
    kind: 'rule',
    zh: '只有数字题可以用平台的数，每题一个',
    en: 'The platform offers a number for a question that asks for one, once for each',
  },
  ASSIGNMENT_SET_NAME_TAKEN: {
    kind: 'conflict',
    zh: '本会已有同名的名单，请换个名称',
    en: 'Your union has a set of this name; please choose another',
  },
  ASSIGNMENT_SETS_TOO_MANY: {
    kind: 'conflict',
    zh: '一家工会最多存 {max} 份名单，请先删除不用的',
    en: 'A union saves at most {max} sets; please delete one that is not used',
  },
  ASSIGNMENT_NOBODY_LATE: {
    kind: 'conflict',
    zh: '没有逾期的工会',
    en: 'No union is late',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
