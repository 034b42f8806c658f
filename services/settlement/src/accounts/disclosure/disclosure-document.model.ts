import type {
  DisclosureContentView,
  DisclosureView,
} from '@gongxiang/contracts/settlement/accounts/disclosure.contract';
import { fromWire, type Locale, sum } from '@gongxiang/domain';
import { expenseWords } from '../statement/fund-words.model.js';
import {
  money,
  shanghaiMinute,
  type StatementDocument,
  type DocumentRequester,
  type StatementTable,
  tableOf,
  text,
} from '../statement/statement-document.model.js';
import { textsIn } from '../statement/statement-texts.model.js';

interface DisclosureTexts {
  readonly title: string;
  readonly year: string;
  readonly version: (number: number) => string;
  readonly versionLabel: string;
  readonly reason: string;
  readonly publishedAt: string;
  readonly hash: string;
  readonly planned: string;
  readonly borne: string;
  readonly left: string;
  readonly cost: string;
  readonly subsidies: string;
  readonly selfPaid: string;
  readonly heads: string;
  readonly loansBorne: string;
  readonly loansEarned: string;
  readonly codes: string;
  readonly code: string;
  readonly activities: string;
  readonly payers: string;
  readonly noBudget: string;
  readonly budget: string;
  readonly between: string;
}

const chinese: DisclosureTexts = {
  title: '年度经费公开',
  year: '年度',
  versionLabel: '版本',
  reason: '更正原因',
  version: (number) => (number === 1 ? '首次公开' : `第 ${number} 版（更正）`),
  publishedAt: '公开时间',
  hash: '内容校验（SHA-256）',
  budget: '预算',
  noBudget: '未编制',
  planned: '预算',
  borne: '本工会承担',
  left: '结余',
  cost: '活动总费用',
  subsidies: '其中他方补助',
  selfPaid: '个人自费（未计入费用）',
  heads: '本工会参加人次',
  loansBorne: '借用支出',
  loansEarned: '借用收入',
  codes: '预算与执行',
  code: '支出科目',
  activities: '各项活动',
  payers: '由谁付款',
  between: '、',
};

const english: DisclosureTexts = {
  title: 'Yearly Disclosure',
  year: 'Year',
  versionLabel: 'Version',
  reason: 'Why it is corrected',
  version: (number) => (number === 1 ? 'First' : `Version ${number} (a correction)`),
  publishedAt: 'Disclosed at',
  hash: 'Hash of the content (SHA-256)',
  budget: 'Budget',
  noBudget: 'None',
  planned: 'Planned',
  borne: 'Borne by this union',
  left: 'Left',
  cost: 'Costs of the activities',
  subsidies: 'Given by others first',
  heads: 'Heads of its people',
  selfPaid: 'Paid by participants (beside the costs)',
  loansBorne: 'Paid for loans',
  loansEarned: 'Earned by loans',
  codes: 'Budget and actual',
  code: 'Expense code',
  activities: 'Activities',
  payers: 'Paid by',
  between: ', ',
};

export function disclosureTexts(locale: Locale): DisclosureTexts {
  return locale === 'en' ? english : chinese;
}

/** A printable disclosure: the content of the page with its hash, without names of persons. */
export function disclosureDocument(view: DisclosureView, { locale }: DocumentRequester): StatementDocument {
  const words = disclosureTexts(locale);
  const { content } = view;
  const madeAt = new Date(view.publishedAt);
  const balance = (label: string, fen: bigint, isResult = false) => ({ label, fen, isResult });
  const budget = content.budgetNumber === null ? words.noBudget : words.version(content.budgetNumber);
  return {
    locale,
    partyName: content.unionName,
    period: String(view.year),
    madeAt,
    texts: { ...textsIn(locale), title: words.title },
    facts: [
      { label: textsIn(locale).party, value: content.unionName },
      { label: words.year, value: String(view.year) },
      { label: words.versionLabel, value: words.version(view.number) },
      ...(view.reason === null ? [] : [{ label: words.reason, value: view.reason }]),
      { label: words.publishedAt, value: shanghaiMinute(madeAt) },
      { label: words.budget, value: budget },
      { label: words.heads, value: String(content.heads) },
      { label: words.hash, value: view.contentHash },
    ],
    balances: [
      balance(words.cost, fromWire(content.cost)),
      balance(words.subsidies, fromWire(content.subsidies)),
      ...(content.selfPaid === undefined ? [] : [balance(words.selfPaid, fromWire(content.selfPaid.amount))]),
      balance(words.borne, fromWire(content.total.borne), true),
      balance(words.loansBorne, fromWire(content.loansBorne)),
      balance(words.loansEarned, fromWire(content.loansEarned)),
    ],
    tables: [codeTable(content, locale), activityTable(content, locale)],
  };
}

function codeTable({ codes }: DisclosureContentView, locale: Locale): StatementTable {
  const words = disclosureTexts(locale);
  const amounts = codes.map(({ planned, borne, left }) => [planned, borne, left].map((one) => fromWire(one)));
  return tableOf(words.codes, textsIn(locale), {
    columns: [
      { title: words.code, kind: 'text', share: 1, characters: 30 },
      { title: words.planned, kind: 'money', share: 0, characters: 18 },
      { title: words.borne, kind: 'money', share: 0, characters: 18 },
      { title: words.left, kind: 'money', share: 0, characters: 18 },
    ],
    rows: codes.map(({ expenseCode }, index) => [
      text(expenseWords(expenseCode, locale)),
      ...(amounts[index] ?? []).map(money),
    ]),
    totals: Object.fromEntries([0, 1, 2].map((at) => [at + 1, sum(amounts.map((row) => row[at] ?? 0n))])),
  });
}

function activityTable({ activities, selfPaid }: DisclosureContentView, locale: Locale): StatementTable {
  const words = disclosureTexts(locale);
  // Earlier disclosures do not contain the payments by participants.
  const amountsOf = (one: DisclosureContentView['activities'][number]): bigint[] => [
    ...[one.cost, one.subsidy, one.borne].map((amount) => fromWire(amount)),
    ...(selfPaid === undefined || one.selfPaid === undefined ? [] : [fromWire(one.selfPaid.amount)]),
  ];
  const titles = [
    words.cost,
    words.subsidies,
    words.borne,
    ...(selfPaid === undefined ? [] : [words.selfPaid]),
  ];
  const amounts = activities.map(amountsOf);
  const totalOf = (at: number): bigint => sum(amounts.map((row) => row[at] ?? 0n));
  return tableOf(words.activities, textsIn(locale), {
    columns: [
      { title: textsIn(locale).activity, kind: 'text', share: 3, characters: 40 },
      { title: words.payers, kind: 'text', share: 3, characters: 40 },
      { title: words.heads, kind: 'text', share: 1, characters: 12 },
      ...titles.map((title) => ({ title, kind: 'money' as const, share: 0, characters: 18 })),
    ],
    rows: activities.map(({ title, payers, heads }, index) => [
      ...[title, payers.map(({ party }) => party.name).join(words.between), String(heads)].map(text),
      ...(amounts[index] ?? []).map(money),
    ]),
    totals: Object.fromEntries(titles.map((_title, at) => [at + 3, totalOf(at)])),
  });
}
