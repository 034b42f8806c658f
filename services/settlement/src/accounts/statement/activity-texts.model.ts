import type { DebtState } from '@gongxiang/contracts/settlement/accounts/activity-statement.contract';
import type { Locale } from '@gongxiang/domain';

/** Texts specific to an activity's statement. */
interface ActivityTexts {
  readonly title: string;
  readonly organiser: string;
  readonly heads: string;
  readonly headCount: (count: number) => string;
  readonly pools: string;
  readonly poolCount: (counted: number, reversed: number, uncomputed: number) => string;
  readonly costs: string;
  readonly subsidy: string;
  readonly unpaid: string;
  readonly bills: string;
  readonly payer: string;
  readonly code: string;
  readonly fund: string;
  readonly invoice: string;
  readonly parts: string;
  readonly party: string;
  readonly debts: string;
  readonly debtor: string;
  readonly creditor: string;
  readonly state: string;
  readonly states: Readonly<Record<DebtState, string>>;
}

const chinese: ActivityTexts = {
  title: '活动费用明细表',
  organiser: '主办工会',
  heads: '到场',
  headCount: (count) => `${count} 人`,
  pools: '结算单',
  poolCount: (counted, reversed, uncomputed) =>
    [
      `${counted} 个`,
      ...(reversed > 0 ? [`另有 ${reversed} 个已冲销（不计入）`] : []),
      ...(uncomputed > 0 ? [`另有 ${uncomputed} 个还没有计算分摊（不计入）`] : []),
    ].join('，'),
  costs: '费用合计',
  subsidy: '其中先行补助',
  unpaid: '尚未付清的往来',
  bills: '票据',
  payer: '付款方',
  code: '支出科目',
  fund: '经费来源',
  invoice: '发票号',
  parts: '分摊',
  party: '参与方',
  debts: '往来与付款',
  debtor: '付款方',
  creditor: '收款方',
  state: '状态',
  states: { open: '未轧差', netted: '已轧差待付', paid: '已付清', reversed: '已冲销' },
};

const english: ActivityTexts = {
  title: 'Statement of an Activity',
  organiser: 'Organised by',
  heads: 'Attendance',
  headCount: (count) => `${count} heads`,
  pools: 'Cost pools',
  poolCount: (counted, reversed, uncomputed) =>
    [
      `${counted}`,
      ...(reversed > 0 ? [`${reversed} reversed (not counted)`] : []),
      ...(uncomputed > 0 ? [`${uncomputed} not split yet (not counted)`] : []),
    ].join(', '),
  costs: 'Costs',
  subsidy: 'Subsidy taken first',
  unpaid: 'Still to be paid',
  bills: 'Bills',
  payer: 'Paid by',
  code: 'Expense code',
  fund: 'Fund',
  invoice: 'Invoice',
  parts: 'Shares',
  party: 'Party',
  debts: 'Debts and payments',
  debtor: 'Owed by',
  creditor: 'Owed to',
  state: 'State',
  states: { open: 'Not netted', netted: 'Netted, unpaid', paid: 'Paid', reversed: 'Reversed' },
};

export function activityTexts(locale: Locale): ActivityTexts {
  return locale === 'en' ? english : chinese;
}
