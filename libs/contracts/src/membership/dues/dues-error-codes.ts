import type { ErrorText } from '../../core/error-text.js';

/** What is refused about dues, see `../../error-codes.ts`. */
export const duesErrors = {
  DUES_RULE_INCOMPLETE: {
    kind: 'rule',
    zh: '按比例须填百分比，按定额须填每月金额，免缴不填',
    en: 'A rate needs a percentage, a flat rule an amount a month, and an exemption neither',
  },
  DUES_NOT_BY_WAGE: {
    kind: 'rule',
    zh: '该月的会费不按工资计算，无须填写基本工资',
    en: 'Dues of this month do not depend on the wage',
  },
  DUES_AMOUNT: {
    kind: 'rule',
    zh: '金额应大于 0',
    en: 'The amount has to be more than zero',
  },
  DUES_PAID_AHEAD: {
    kind: 'rule',
    zh: '缴费日期不能晚于今天',
    en: 'The day of payment cannot be later than today',
  },
  DUES_NO_MEMBERSHIP: {
    kind: 'conflict',
    zh: '您目前没有会籍，不缴会费',
    en: 'You are not a member of a union at present, so no dues are due',
  },
  DUES_PAYMENT_REVERSED: {
    kind: 'conflict',
    zh: '这笔会费已经冲回',
    en: 'This payment has been taken back already',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
