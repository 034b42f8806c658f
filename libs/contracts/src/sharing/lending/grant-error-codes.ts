import type { ErrorText } from '../../core/error-text.js';

/** What is refused by the rules of rights of use, see `../error-codes.ts`. */
export const grantErrors = {
  QUOTA_USED: {
    kind: 'conflict',
    zh: '这项使用权本月的时数额度不够：共 {of} 小时，还剩 {left} 小时，{resetsAt} 起重新计算',
    en: 'The right allows {of} hours a month, of which {left} are left; it begins anew at {resetsAt}',
  },
  QUOTA_LOANS_USED: {
    kind: 'conflict',
    zh: '这项使用权本月的次数额度已用完：共 {of} 次，还剩 {left} 次，{resetsAt} 起重新计算',
    en: 'The right allows {of} loans a month, of which {left} are left; it begins anew at {resetsAt}',
  },
  QUOTA_PIECES_USED: {
    kind: 'conflict',
    zh: '这项使用权本月的件数额度不够：共 {of} 件，还剩 {left} 件，{resetsAt} 起重新计算',
    en: 'The right allows {of} pieces a month, of which {left} are left; it begins anew at {resetsAt}',
  },
  PRICE_INCOMPLETE: {
    kind: 'rule',
    zh: '收费须写明金额和计费单位',
    en: 'A fee needs its amount and what it is for',
  },
  PRICE_NOT_POSITIVE: { kind: 'rule', zh: '费用和押金必须大于零', en: 'A fee or deposit must be above zero' },
  TIMES_INCOMPLETE: {
    kind: 'rule',
    zh: '开放时段须同时写明起止时间，或都不写',
    en: 'The hours of the day need both their beginning and their end, or neither',
  },
  RESOURCE_PLACE_UNKNOWN: {
    kind: 'rule',
    zh: '资源和所属工会都还没有登记位置，无法按距离授权',
    en: 'Where the resource, or the union that owns it, is to be found is not known; so nobody is near it',
  },
  OWNER_PARK_UNKNOWN: {
    kind: 'rule',
    zh: '所属工会不在任何园区内',
    en: 'The union that owns it lies in no industrial park',
  },
  GRANT_REVOKED: { kind: 'conflict', zh: '该使用权已撤销', en: 'The right of use is revoked' },
  GRANT_NOT_REVOKED: {
    kind: 'conflict',
    zh: '该使用权没有待生效的撤销',
    en: 'No revocation of the right is to take effect',
  },
  EFFECT_OUTSIDE_TERM: {
    kind: 'rule',
    zh: '生效时间不能早于现在，也不能晚于使用权的截止时间',
    en: 'It takes effect neither in the past nor after the right has ended',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
