import type { LedgerPartyView } from '@gongxiang/contracts/settlement/party-names';
import { fileNameText, harmlessText, type Locale, sum } from '@gongxiang/domain';
import { nameOf, type PartyNames } from '../../reference/named-party.js';
import { expenseWords, fundWords } from '../statement/fund-words.model.js';
import {
  day,
  money,
  shanghaiMinute,
  type StatementColumn,
  type StatementDocument,
  type DocumentRequester,
  tableOf,
  text,
} from '../statement/statement-document.model.js';
import { textsIn } from '../statement/statement-texts.model.js';
import type { VoucherLine } from './voucher.model.js';

/** An exported line with its voucher and the subject of the union's books. */
export interface BookLine extends VoucherLine {
  readonly date: string;
  readonly number: string;
  readonly line: number;
  readonly summary: string;
  readonly subjectCode: string;
  readonly subjectName: string;
  readonly attachments: number;
  readonly entryId: string | null;
}

export interface VoucherBook {
  readonly union: LedgerPartyView;
  readonly from: string;
  readonly to: string;
  readonly lines: readonly BookLine[];
  readonly names: PartyNames;
  readonly readAt: Date;
}

const nameCharactersMax = 60;
/** This mark makes spreadsheets read the file as UTF-8. */
const byteOrderMark = '\uFEFF';

const chinese = {
  title: '凭证导出',
  vouchers: '凭证',
  date: '日期',
  number: '凭证号',
  line: '分录号',
  summary: '摘要',
  code: '科目编码',
  name: '科目名称',
  debit: '借方金额',
  credit: '贷方金额',
  expense: '支出科目',
  party: '往来单位',
  fund: '经费来源',
  attachments: '附件张数',
  entry: '平台分录',
  debits: '借方合计',
  credits: '贷方合计',
};
const english: typeof chinese = {
  title: 'Vouchers',
  vouchers: 'Vouchers',
  date: 'Date',
  number: 'Voucher',
  line: 'Line',
  summary: 'Summary',
  code: 'Subject',
  name: 'Subject name',
  debit: 'Debit',
  credit: 'Credit',
  expense: 'Expense code',
  party: 'Party',
  fund: 'Fund',
  attachments: 'Attachments',
  entry: 'Entry',
  debits: 'Debits',
  credits: 'Credits',
};
const wordsIn = (locale: Locale): typeof chinese => (locale === 'en' ? english : chinese);

/** The file name without extension, such as `江城重工工会 凭证导出 2026-11-01—2026-11-30`. */
export function voucherFileName({ union, from, to }: VoucherBook, locale: Locale): string {
  return `${fileNameText(union.name, nameCharactersMax)} ${wordsIn(locale).title} ${from}—${to}`;
}

/**
 * The lines as CSV in UTF-8 with a byte order mark for Excel and bookkeeping software; text is never a formula
 * (E115).
 */
export function voucherCsv(book: VoucherBook, locale: Locale): string {
  const words = wordsIn(locale);
  const head = [
    words.date,
    words.number,
    words.line,
    words.summary,
    words.code,
    words.name,
    words.debit,
    words.credit,
    words.expense,
    words.party,
    words.fund,
    words.attachments,
    words.entry,
  ];
  const rows = book.lines.map((one) => [
    one.date,
    one.number,
    String(one.line),
    harmlessText(one.summary),
    harmlessText(one.subjectCode),
    harmlessText(one.subjectName),
    yuan(one.debit),
    yuan(one.credit),
    one.expenseCode ?? '',
    harmlessText(partyOf(one, book)),
    fundOf(one, locale),
    String(one.attachments),
    one.entryId ?? '',
  ]);
  return byteOrderMark + [head, ...rows].map((row) => row.map(quoted).join(',')).join('\r\n') + '\r\n';
}

/** The same as a workbook, with sums. */
export function voucherDocument(book: VoucherBook, { locale }: DocumentRequester): StatementDocument {
  const words = wordsIn(locale);
  const texts = { ...textsIn(locale), title: words.title };
  const [debits, credits] = [
    sum(book.lines.map(({ debit }) => debit)),
    sum(book.lines.map(({ credit }) => credit)),
  ];
  return {
    locale,
    texts,
    partyName: book.union.name,
    madeAt: book.readAt,
    period: texts.until(book.from, book.to),
    facts: [
      { label: texts.party, value: book.union.name },
      { label: texts.period, value: texts.until(book.from, book.to) },
      { label: texts.madeAt, value: shanghaiMinute(book.readAt) },
    ],
    balances: [
      { label: words.debits, fen: debits, isResult: false },
      { label: words.credits, fen: credits, isResult: false },
    ],
    tables: [
      tableOf(words.vouchers, texts, {
        columns: columnsIn(locale),
        rows: book.lines.map((one) => [
          day(one.date),
          ...[one.number, String(one.line), one.summary, one.subjectCode, one.subjectName].map(text),
          money(one.debit),
          money(one.credit),
          text(one.expenseCode === null ? '' : expenseWords(one.expenseCode, locale)),
          ...[partyOf(one, book), fundOf(one, locale), String(one.attachments), one.entryId ?? ''].map(text),
        ]),
        totals: { 6: debits, 7: credits },
      }),
    ],
  };
}

function columnsIn(locale: Locale): StatementColumn[] {
  const words = wordsIn(locale);
  const column = (title: string, characters: number): StatementColumn => ({
    title,
    kind: 'text',
    share: 1,
    characters,
  });
  const amount = (title: string): StatementColumn => ({ title, kind: 'money', share: 0, characters: 18 });
  return [
    { title: words.date, kind: 'day', share: 0, characters: 12 },
    column(words.number, 14),
    column(words.line, 8),
    column(words.summary, 36),
    column(words.code, 12),
    column(words.name, 28),
    amount(words.debit),
    amount(words.credit),
    column(words.expense, 20),
    column(words.party, 32),
    column(words.fund, 14),
    column(words.attachments, 10),
    column(words.entry, 38),
  ];
}

function partyOf({ party }: BookLine, { names, union }: VoucherBook): string {
  return party === null || party === `union:${union.id}` ? '' : nameOf(party, names);
}

function fundOf({ incomeKind }: BookLine, locale: Locale): string {
  return incomeKind === null ? '' : fundWords(incomeKind, locale);
}

/** `1234.50`, or empty for zero: a locale-independent number format. */
function yuan(fen: bigint): string {
  if (fen === 0n) return '';
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, '0');
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function quoted(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
