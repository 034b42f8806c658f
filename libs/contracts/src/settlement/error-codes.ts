import type { ErrorText } from '../core/error-text.js';

/** What settlement refuses, see `../error-codes.ts`. */
export const settlementErrors = {
  TOTAL_NEGATIVE: {
    kind: 'rule',
    zh: '总额不能为负；退款按原分摊取负',
    en: 'The total cannot be negative; a refund negates the original shares',
  },
  ROTATION_INVALID: {
    kind: 'rule',
    zh: '轮换序号应为不小于零的整数',
    en: 'The rotation is a whole number, 0 or more',
  },
  PARTIES_REQUIRED: { kind: 'rule', zh: '至少要有一个参与方', en: 'At least one party is needed' },
  PARTY_DUPLICATE: { kind: 'rule', zh: '参与方{party}重复', en: 'Party {party} is named twice' },
  UNKNOWN_PARTY: { kind: 'rule', zh: '{party}不是参与方', en: '{party} is not one of the parties' },
  TOO_MANY: { kind: 'rule', zh: '最多{max}个', en: 'At most {max}' },
  WEIGHT_INVALID: {
    kind: 'rule',
    zh: '权重应为0至{max}的整数',
    en: 'A weight is a whole number from 0 to {max}',
  },
  HEADCOUNT_INVALID: {
    kind: 'rule',
    zh: '人数应为0至{max}的整数',
    en: 'A headcount is a whole number from 0 to {max}',
  },
  USAGE_INVALID: {
    kind: 'rule',
    zh: '用量应为0至{max}的整数',
    en: 'A usage is a whole number from 0 to {max}',
  },
  HEADCOUNT_REQUIRED: {
    kind: 'rule',
    zh: '按人数分摊需要该方的人数',
    en: "The rule needs this party's headcount",
  },
  USAGE_REQUIRED: { kind: 'rule', zh: '按用量分摊需要该方的用量', en: "The rule needs this party's usage" },
  AMOUNT_NEGATIVE: { kind: 'rule', zh: '金额不能为负', en: 'An amount cannot be negative' },
  FIXED_ABOVE_TOTAL: {
    kind: 'rule',
    zh: '固定金额超出可分摊金额 {excessFen}',
    en: 'The fixed amounts exceed what is there by {excessFen}',
  },
  RULE_TOO_DEEP: { kind: 'rule', zh: '规则嵌套最多{max}层', en: 'A rule has at most {max} levels' },
  RULE_TOO_LARGE: { kind: 'rule', zh: '规则最多{max}个节点', en: 'A rule has at most {max} nodes' },
  SUBSIDY_NOT_AT_ROOT: {
    kind: 'rule',
    zh: '先行补助只能位于规则的最外层',
    en: 'The subsidy stands at the root of the rule, once',
  },
  SUBSIDY_SOURCE_IS_PARTY: {
    kind: 'rule',
    zh: '补助方{party}不能同时是参与方',
    en: 'The source of the subsidy, {party}, cannot be a party',
  },
  SUBSIDY_LIMIT_REQUIRED: {
    kind: 'rule',
    zh: '先行补助须给出比例或上限',
    en: 'The subsidy needs a percentage or an upper limit',
  },
  TIERS_REQUIRED: { kind: 'rule', zh: '至少要有一档', en: 'At least one tier is needed' },
  TIERS_NOT_RISING: {
    kind: 'rule',
    zh: '各档上限必须大于零且递增',
    en: 'The bounds of the tiers must be above zero and rise',
  },
  LAST_TIER_OPEN: {
    kind: 'rule',
    zh: '最后一档（且仅最后一档）不设上限',
    en: 'The last tier, and only the last, has no bound',
  },
  CAPS_WITH_TIERS: {
    kind: 'rule',
    zh: '分档规则不能与上下限同用',
    en: 'Caps and floors cannot be used with tiers',
  },
  FLOOR_ABOVE_CAP: {
    kind: 'rule',
    zh: '{party}的下限高于上限 {excessFen}',
    en: 'The floor of {party} is above its cap by {excessFen}',
  },
  AMOUNT_ABOVE_CAP: {
    kind: 'rule',
    zh: '{party}的固定或主办金额超出上限 {excessFen}',
    en: 'The fixed or host amount of {party} is above its cap by {excessFen}',
  },
  AMOUNT_BELOW_FLOOR: {
    kind: 'rule',
    zh: '{party}的固定或主办金额低于下限 {missingFen}',
    en: 'The fixed or host amount of {party} is below its floor by {missingFen}',
  },
  CAPS_BELOW_TOTAL: {
    kind: 'rule',
    zh: '上限之和比应分摊金额少 {missingFen}',
    en: 'The caps fall short of the total by {missingFen}',
  },
  FLOORS_ABOVE_TOTAL: {
    kind: 'rule',
    zh: '下限之和比应分摊金额多 {excessFen}',
    en: 'The floors exceed the total by {excessFen}',
  },
  SELF_DEBT: { kind: 'rule', zh: '{party}不能欠自己', en: '{party} cannot owe itself' },
  AMOUNT_NOT_POSITIVE: { kind: 'rule', zh: '金额必须大于零', en: 'An amount must be above zero' },
  HUB_REQUIRED: { kind: 'rule', zh: '中心模式须指定中心方', en: 'The hub mode needs a hub' },
  HUB_OUT_OF_REACH: {
    kind: 'rule',
    zh: '中心方须在轧差工会之内或为其上级',
    en: 'The hub is neither below the union of the run nor above it',
  },
  EMPTY_ENTRY: { kind: 'rule', zh: '分录不能为空', en: 'An entry needs at least one posting' },
  POSTING_NOT_POSITIVE: {
    kind: 'rule',
    zh: '记账金额必须大于零',
    en: "A posting's amount must be above zero",
  },
  SAME_ACCOUNT: {
    kind: 'rule',
    zh: '借方与贷方不能是同一账户',
    en: 'Debit and credit cannot be the same account',
  },
  PAYER_IS_PAYEE: {
    kind: 'rule',
    zh: '付款方与收款方不能是同一方',
    en: 'Payer and payee cannot be the same party',
  },
  REVERSAL_OF_REVERSAL: { kind: 'rule', zh: '冲正分录不能再冲正', en: 'A reversal cannot be reversed' },
  PARTY_FORMAT: { kind: 'shape', zh: '参与方格式不正确', en: 'The party is not given as kind and id' },
  NO_AGREEMENT_IN_FORCE: {
    kind: 'conflict',
    zh: '该活动没有生效的合办协议',
    en: 'The activity has no agreement in force',
  },
  PAYER_NOT_IN_AGREEMENT: {
    kind: 'rule',
    zh: '付款方不在合办协议中',
    en: 'The payer is not named in the agreement',
  },
  INVOICE_DUPLICATE: {
    kind: 'conflict',
    zh: '发票号{invoiceNumber}已登记：同一张发票只能报一次，换付款方也不行。若是另一家开的同号票据，请在号码前注明开票单位',
    en: 'Invoice {invoiceNumber} is already there: an invoice counts once, whoever is said to have paid it. If another shop issued this number, put its name before it',
  },
  POOL_TOO_LARGE: {
    kind: 'rule',
    zh: '一张结算单的合计不能超过十万亿元，请核对金额的单位',
    en: 'The bills of one pool come to ten trillion yuan at most; check the unit of the amount',
  },
  POOL_NOT_OPEN: {
    kind: 'conflict',
    zh: '结算单已提交，不能修改',
    en: 'The cost pool was submitted and cannot be changed',
  },
  POOL_EMPTY: { kind: 'conflict', zh: '结算单没有费用项', en: 'The cost pool has no items' },
  SHARES_NOT_COMPUTED: { kind: 'conflict', zh: '请先计算分摊', en: 'Compute the shares first' },
  FACTS_CHANGED: {
    kind: 'conflict',
    zh: '计算分摊之后到场记录有更正，请退回并重新计算分摊',
    en: 'The attendance was corrected after the shares were computed: return the pool and compute them again',
  },
  SAME_PERSON: { kind: 'forbidden', zh: '须由另一人办理', en: 'Another person has to do this' },
  TWO_OFFICERS_REQUIRED: {
    kind: 'conflict',
    zh: '首次记账前，网络根节点须有两名工会干部',
    en: 'The network needs two officers at its root before its first posting',
  },
  ALREADY_REVERSED: { kind: 'conflict', zh: '该分录已冲正', en: 'The entry has been reversed already' },
  REVERSE_AT_SOURCE: {
    kind: 'conflict',
    zh: '轧差与付款分录只能通过付款撤销，借用损坏的分录只能在那次借用中撤销，退款只能在结算单中冲回',
    en: 'An entry of netting or payment is taken back through its payment, one of damage at its loan, a refund at its pool',
  },
  NOTHING_TO_NET: {
    kind: 'conflict',
    zh: '这段时间里，所选工会及其下级之间没有可轧差的往来；与其他工会的往来由共同的上级工会轧差',
    en: 'There is nothing to net in this period',
  },
  ALREADY_NETTED: {
    kind: 'conflict',
    zh: '其中有余额已被另一次轧差确认，请重新生成',
    en: 'Another run has taken some of these balances; propose anew',
  },
  DATES_REVERSED: { kind: 'rule', zh: '结束日期不能早于开始日期', en: 'The end cannot be before the start' },
  STATEMENT_TOO_LONG: {
    kind: 'rule',
    zh: '这段时间的明细超过 {linesMax} 行，请缩短期间分次导出',
    en: 'The period has more than {linesMax} lines; please export it in parts',
  },
  EXPENSE_CODE_UNKNOWN: { kind: 'rule', zh: '没有这个支出科目', en: 'There is no such expense code' },
  FUND_CATEGORY_UNKNOWN: { kind: 'rule', zh: '没有这个经费来源', en: 'There is no such fund category' },
  PARTY_UNKNOWN: { kind: 'rule', zh: '参与方{party}不存在', en: 'Party {party} is not known' },
  PARTY_KIND_NOT_PAYING: {
    kind: 'rule',
    zh: '费用分摊方须为工会或企业',
    en: 'Costs are borne by unions and enterprises',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
