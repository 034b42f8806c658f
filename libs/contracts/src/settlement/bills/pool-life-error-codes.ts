import type { ErrorText } from '../../core/error-text.js';

/** What settlement refuses of supplements, refunds and plans of a cost pool, see `../error-codes.ts`. */
export const poolLifeErrors = {
  POOL_NOT_APPROVED: {
    kind: 'conflict',
    zh: '结算单尚未审批入账，或已冲正',
    en: 'The cost pool is not approved, or was reversed',
  },
  POOL_HAS_ITEMS: {
    kind: 'conflict',
    zh: '结算单里还有票据，请先由各付款方移除',
    en: 'The cost pool still holds bills; those who added them take them out first',
  },
  POOL_REVERSED: {
    kind: 'conflict',
    zh: '结算单已冲正',
    en: 'The cost pool was reversed',
  },
  POOL_WITHOUT_ACTIVITY: {
    kind: 'rule',
    zh: '这是一笔不属于任何活动的共同费用，此项只适用于活动的结算单',
    en: 'This is a shared bill without an activity; that exists for the cost pools of activities only',
  },
  SPENT_IN_FUTURE: { kind: 'rule', zh: '费用日期不能晚于今天', en: 'The day of the expense is after today' },
  SHARE_NOT_POSTED: {
    kind: 'conflict',
    zh: '这笔共同费用还没有入账：不同意请直接拒绝',
    en: 'The shared bill is not posted yet: refuse the share instead',
  },
  SHARE_POSTED: {
    kind: 'conflict',
    zh: '各方均已同意，费用已入账：有异议请提出异议',
    en: 'All have agreed and it is posted: dispute the share instead',
  },
  SUPPLEMENT_STANDS: {
    kind: 'conflict',
    zh: '其后还有补充结算单：“{title}”，{day} 新建，{amountFen}；请先冲正或撤销它',
    en: 'A later supplement stands: that of “{title}”, opened on {day}, {amountFen}. Reverse or discard it first',
  },
  REFUND_STANDS: {
    kind: 'conflict',
    zh: '该结算单还有退款：{day} 提出，{amountFen}，凭证 {creditNote}；请先撤销它',
    en: 'A refund of this pool stands: {amountFen}, proposed on {day}, credit note {creditNote}. Take it back first',
  },
  EARLIER_POOLS_CHANGED: {
    kind: 'conflict',
    zh: '计算分摊之后，之前的结算单有退款或冲正，请退回并重新计算分摊',
    en: 'An earlier pool was refunded or reversed after the shares were computed: return this one and compute them again',
  },
  USAGE_REASON_REQUIRED: {
    kind: 'rule',
    zh: '用量与借用记录算出的不同，请说明原因',
    en: 'The usage differs from what the loans say: give the reason',
  },
  ITEM_NOT_IN_POOL: {
    kind: 'rule',
    zh: '这张票据不在本结算单中',
    en: 'This bill is not in the cost pool',
  },
  ITEM_TWICE: { kind: 'rule', zh: '同一张票据列了两次', en: 'A bill is named twice' },
  REFUND_ABOVE_ITEM: {
    kind: 'rule',
    zh: '退款超出这张票据尚可退的金额 {excessFen}',
    en: 'The refund is above what is left of this bill by {excessFen}',
  },
  PREVIEW_STALE: {
    kind: 'conflict',
    zh: '预览之后情况有变，请重新预览并核对',
    en: 'What was previewed is no longer so: look at it again',
  },
  CREDIT_NOTE_DUPLICATE: {
    kind: 'conflict',
    zh: '凭证号{creditNote}已用于本结算单的另一笔退款',
    en: 'Credit note {creditNote} is that of another refund of this pool',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
