import type { ErrorText } from '../../core/error-text.js';

/** What the strict ledger refuses: periods, limits, the end of accounts. See `../error-codes.ts`. */
export const ledgerErrors = {
  PERIOD_NOT_PAST: {
    kind: 'conflict',
    zh: '{month}尚未结束，不能结账',
    en: '{month} is not over yet, so it cannot be closed',
  },
  PERIOD_OUT_OF_ORDER: {
    kind: 'conflict',
    zh: '请按月份顺序办理：下一个是{month}',
    en: 'Months are taken in order: the next one is {month}',
  },
  PERIOD_UNKNOWN: {
    kind: 'conflict',
    zh: '账本中没有该月份',
    en: 'The ledger has no such month',
  },
  PERIOD_CLOSED: {
    kind: 'conflict',
    zh: '该月已结账，不能再记账',
    en: 'The month is closed: nothing may be dated in it any more',
  },
  PERIOD_NOT_CLOSED: { kind: 'conflict', zh: '该月没有结账', en: 'The month is not closed' },
  AMOUNT_LIMIT: {
    kind: 'forbidden',
    zh: '金额超出您所在工会的审批限额，须由上级工会审批',
    en: 'The amount is above what an approver of your union may pass; an approver of a union above has to do this',
  },
  LIMIT_OF_ROOT: {
    kind: 'rule',
    zh: '网络根节点之上没有上级工会，不能为其设限额',
    en: 'Nobody stands above the root of the network, so it has no limit',
  },
  LIMIT_NEGATIVE: { kind: 'rule', zh: '限额不能为负', en: 'A limit cannot be negative' },
  OVERDRAFT_NOT_CURRENT: {
    kind: 'rule',
    zh: '只有往来账户可以设透支限额',
    en: 'Only current accounts have an overdraft rule',
  },
  OVERDRAFT_LIMIT: {
    kind: 'conflict',
    zh: '{party}的账户将透支 {overdrawnFen}，超过允许的 {limitFen}',
    en: 'The account of {party} would be {overdrawnFen} below zero; {limitFen} are allowed',
  },
  ACCOUNT_CLOSED: {
    kind: 'conflict',
    zh: '{party}的账户已销户，不能再记账',
    en: 'The accounts of {party} are closed: nothing can be posted to them any more',
  },
  ACCOUNTS_NOT_EMPTY: {
    kind: 'conflict',
    zh: '账户余额不为零，请指定承接方',
    en: 'The accounts are not at zero: name the party that takes them over',
  },
  ACCOUNTS_OPEN_MATTERS: {
    kind: 'conflict',
    zh: '仍有未完成的付款或押金，请先办结',
    en: 'Payments or deposits are still open; finish these first',
  },
  CLOSURE_WAITING: {
    kind: 'conflict',
    zh: '已有一份销户申请待审批',
    en: 'Another proposal to close these accounts is waiting already',
  },
  SUCCESSOR_IS_PARTY: {
    kind: 'rule',
    zh: '承接方不能是该方自己',
    en: 'A party cannot succeed itself',
  },
  UNION_OR_PARTY: {
    kind: 'shape',
    zh: '请在 union 与 party 中指明且只指明一项',
    en: 'Name exactly one of union and party',
  },
  AMOUNT_RANGE_REVERSED: {
    kind: 'rule',
    zh: '金额上限不能小于下限',
    en: 'The upper amount cannot be below the lower one',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
