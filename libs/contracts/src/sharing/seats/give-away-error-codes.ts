import type { ErrorText } from '../../core/error-text.js';

/** What is refused around give-aways and their coupons, see `../error-codes.ts`. */
export const giveAwayErrors = {
  GIVE_AWAY_MERCHANT: {
    kind: 'rule',
    zh: '请从平台上的社会组织中选一个商家，或写下商家名称，二者选一',
    en: 'Please either choose the merchant among the organisations of the network or write its name',
  },
  MERCHANT_UNKNOWN: {
    kind: 'rule',
    zh: '平台上没有这个商家，或它已停用',
    en: 'There is no such organisation in the network, or it is out of use',
  },
  REDEEMING_ENDED: {
    kind: 'rule',
    zh: '核销截止时间已过',
    en: 'The end of redeeming has passed',
  },
  GIVE_AWAY_REDEEMED: {
    kind: 'conflict',
    zh: '已有 {redeemed} 张券核销，不能再撤销这次发放',
    en: '{redeemed} coupons are redeemed already, so the give-away can no longer be taken back',
  },
  COUPON_REDEEMED: {
    kind: 'conflict',
    zh: '券已核销，对应的报名不能再取消',
    en: 'The coupon is redeemed, so the registration that it rests on cannot be cancelled',
  },
  COUPON_NOT_REDEEMED: { kind: 'conflict', zh: '这张券没有核销', en: 'The coupon is not redeemed' },
  UNDO_TOO_LATE: {
    kind: 'conflict',
    zh: '核销超过 {minutes} 分钟，请主办工会的工会干部撤销',
    en: 'It was redeemed more than {minutes} minutes ago: an officer of the organising union can undo it',
  },
  REDEEMING_POINTS_TOO_MANY: {
    kind: 'conflict',
    zh: '一个活动最多同时有 {max} 个核销点',
    en: 'An activity has at most {max} redeeming points at a time',
  },
  REDEEMING_POINT_REVOKED: {
    kind: 'conflict',
    zh: '这个核销点已停用',
    en: 'The redeeming point is revoked already',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
