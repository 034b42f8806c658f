import type { ErrorText } from '../../core/error-text.js';

/** What is refused about transfers of memberships, see `../../error-codes.ts`. */
export const transferErrors = {
  TRANSFER_UNDER_WAY: {
    kind: 'conflict',
    zh: '已有一项会籍接转在办理，请先等候结果或撤回',
    en: 'A transfer of this membership is under way already; please wait for it, or withdraw it',
  },
  TRANSFER_SAME_UNION: {
    kind: 'rule',
    zh: '会籍已在这个工会',
    en: 'The membership is at this union already',
  },
  TRANSFER_UNION_INACTIVE: {
    kind: 'rule',
    zh: '该工会已停用，不能转入',
    en: 'This union is out of use: no membership can move there',
  },
  TRANSFER_WITHOUT_MEMBERSHIP: {
    kind: 'rule',
    zh: '目前没有可接转的会籍，请申请入会',
    en: 'There is no membership to transfer; please apply to join',
  },
  TRANSFER_MEMBERSHIP_GONE: {
    kind: 'conflict',
    zh: '会籍已不在原工会，这项接转不能再办',
    en: 'The membership is no longer at the old union: this transfer cannot be done',
  },
  UNION_TRANSFER_UNDER_WAY: {
    kind: 'conflict',
    zh: '该工会已有一项整体接转在办理，请先等候结果或撤回',
    en: 'A transfer of all members of this union is under way already; please wait for it, or withdraw it',
  },
  UNION_TRANSFER_OF_ROOT: {
    kind: 'rule',
    zh: '最上级工会的会员不能整体接转',
    en: 'The members of the union at the root cannot all be moved',
  },
  TRANSFER_OBJECTION_LATE: {
    kind: 'conflict',
    zh: '提出异议的期限已过',
    en: 'The time to object has passed',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
