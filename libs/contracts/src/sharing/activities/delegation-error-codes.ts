import type { ErrorText } from '../../core/error-text.js';

/** What is refused by the rules of delegations, see `../error-codes.ts`. */
export const delegationErrors = {
  DELEGATION_OVER: {
    kind: 'rule',
    zh: '授权的截止时间已过去',
    en: 'The end of the delegation is in the past',
  },
  DELEGATION_BEYOND_OWN: {
    kind: 'rule',
    zh: '代表转授的权限不能超出自己的：不能更久，也不能允许再转授',
    en: 'A representative delegates no longer than their own delegation lasts, and not the right to delegate',
  },
  DELEGATION_TO_ONESELF: {
    kind: 'rule',
    zh: '不能授权给自己',
    en: 'Nobody delegates to themselves',
  },
  DELEGATION_EXISTS: {
    kind: 'conflict',
    zh: '此人已有这项授权；要改期限，请先收回再重新授权',
    en: 'The person holds it already; to change its end, please revoke it and delegate anew',
  },
  DELEGATION_ENDED: {
    kind: 'conflict',
    zh: '这项授权已经结束',
    en: 'The delegation has ended already',
  },
  DELEGATIONS_TOO_MANY: {
    kind: 'conflict',
    zh: '有效的授权最多 {max} 项，请先收回不用的',
    en: 'There are {max} delegations in force, which is the limit; please revoke one first',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
