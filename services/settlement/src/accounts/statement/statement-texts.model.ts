import type { EntryKind } from '@gongxiang/contracts/settlement/ledger/ledger.contract';
import type { Locale, PartyKind } from '@gongxiang/domain';

/** The texts of a statement in PDF and workbook. */
export interface StatementTexts {
  readonly title: string;
  /** The label of the party's name. */
  readonly party: string;
  readonly period: string;
  readonly until: (from: string, to: string) => string;
  readonly unit: string;
  readonly unitNote: string;
  readonly madeAt: string;
  readonly madeBy: string;
  readonly byKey: (personId: string, apiKeyId: string) => string;
  readonly position: string;
  readonly positionOf: (count: number, lastEntryId: string | null) => string;
  readonly opening: string;
  readonly closing: string;
  readonly activities: string;
  readonly activitiesNet: string;
  readonly loans: string;
  readonly loansNet: string;
  readonly transfers: string;
  readonly transfersNet: string;
  readonly date: string;
  readonly activity: string;
  readonly kind: string;
  readonly share: string;
  readonly paid: string;
  readonly net: string;
  readonly purpose: string;
  readonly counterparty: string;
  readonly amount: string;
  readonly subtotal: string;
  readonly total: string;
  readonly none: string;
  readonly kinds: Readonly<Record<EntryKind, string>>;
  readonly item: string;
  readonly value: string;
  readonly page: (number: string, count: string) => string;
  readonly signatures: readonly string[];
  readonly missing: (list: string) => string;
  readonly missingMore: (count: number) => string;
}

const chinese: StatementTexts = {
  title: '工会往来对账单',
  party: '工会',
  period: '期间',
  until: (from, to) => `${from} 至 ${to}`,
  unit: '单位',
  unitNote: '人民币元。正数为他方应付本工会，负数（以减号表示）为本工会应付他方',
  madeAt: '制表时间',
  madeBy: '制表账号',
  byKey: (personId, apiKeyId) => `${personId}（接口密钥 ${apiKeyId}）`,
  position: '账簿依据',
  positionOf: (count, last) => `本期分录 ${count} 笔${last === null ? '' : `，末笔 ${last}`}`,
  opening: '期初余额',
  closing: '期末余额',
  activities: '活动费用',
  activitiesNet: '活动费用净额',
  loans: '借用费用与押金',
  loansNet: '借用净额',
  transfers: '轧差与划拨',
  transfersNet: '轧差与划拨净额',
  date: '日期',
  activity: '活动',
  kind: '类型',
  share: '应承担',
  paid: '已垫付',
  net: '净额',
  purpose: '摘要',
  counterparty: '对方',
  amount: '金额',
  subtotal: '小计',
  total: '合计',
  none: '本期无记录',
  kinds: {
    costs: '费用',
    reversal: '冲销',
    netting: '轧差',
    payment: '划拨',
    restored: '未付转回',
    damage: '借用损坏',
    refund: '退款',
    depositHeld: '押金冻结',
    depositKept: '押金抵扣',
    depositReleased: '押金释放',
    closing: '销户结转',
    loanFee: '使用费',
    subsidy: '上级补助',
    subsidyPaid: '上级补助划拨',
    subsidyDrawn: '补助使用',
    subsidyReturned: '补助结余上缴',
  },
  item: '项目',
  value: '内容',
  page: (number, count) => `第 ${number} 页 / 共 ${count} 页`,
  signatures: ['制表：', '审核：', '单位盖章：'],
  missing: (list) => `以下字符字体中没有，文中以其码位代替：${list}`,
  missingMore: (count) => `等另外 ${count} 个`,
};

const english: StatementTexts = {
  title: 'Statement of Account',
  party: 'Union',
  period: 'Period',
  until: (from, to) => `${from} to ${to}`,
  unit: 'Unit',
  unitNote: 'CNY (yuan). Positive: owed to this union; negative (with a minus sign): owed by it',
  madeAt: 'Made at',
  madeBy: 'Made by account',
  byKey: (personId, apiKeyId) => `${personId} (API key ${apiKeyId})`,
  position: 'Ledger position',
  positionOf: (count, last) => `${count} entries in the period${last === null ? '' : `, the last ${last}`}`,
  opening: 'Opening balance',
  closing: 'Closing balance',
  activities: 'Activities',
  activitiesNet: 'Activities, net',
  loans: 'Loans',
  loansNet: 'Loans, net',
  transfers: 'Netting and transfers',
  transfersNet: 'Netting and transfers, net',
  date: 'Date',
  activity: 'Activity',
  kind: 'Kind',
  share: 'Borne',
  paid: 'Paid',
  net: 'Net',
  purpose: 'Purpose',
  counterparty: 'Other party',
  amount: 'Amount',
  subtotal: 'Subtotal',
  total: 'Total',
  none: 'Nothing in this period',
  kinds: {
    costs: 'Costs',
    reversal: 'Reversal',
    netting: 'Netting',
    payment: 'Transfer',
    restored: 'Unpaid, owed again',
    damage: 'Damage',
    refund: 'Refund',
    depositHeld: 'Deposit held',
    depositKept: 'Kept of deposit',
    depositReleased: 'Deposit released',
    closing: 'Accounts closed',
    loanFee: 'Fee',
    subsidy: 'Subsidy from above',
    subsidyPaid: 'Subsidy transferred',
    subsidyDrawn: 'Subsidy drawn',
    subsidyReturned: 'Subsidy returned',
  },
  item: 'Item',
  value: 'Value',
  page: (number, count) => `Page ${number} of ${count}`,
  signatures: ['Prepared by:', 'Checked by:', 'Seal:'],
  missing: (list) => `The font lacks these characters; the text shows their code points instead: ${list}`,
  missingMore: (count) => `and ${count} more`,
};

/** For parties other than unions: enterprises, clubs, merchants. */
const ofOthers: Readonly<Record<Locale, Pick<StatementTexts, 'title' | 'party' | 'unitNote'>>> = {
  'zh-CN': {
    title: '往来对账单',
    party: '对账单位',
    unitNote: '人民币元。正数为他方应付本单位，负数（以减号表示）为本单位应付他方',
  },
  en: {
    title: 'Statement of Account',
    party: 'Party',
    unitNote: 'CNY (yuan). Positive: owed to this party; negative (with a minus sign): owed by it',
  },
};

/** The texts of a party's statement. */
export function textsFor(kind: PartyKind, locale: Locale): StatementTexts {
  const texts = textsIn(locale);
  return kind === 'union' ? texts : { ...texts, ...ofOthers[locale] };
}

export function textsIn(locale: Locale): StatementTexts {
  return locale === 'en' ? english : chinese;
}
