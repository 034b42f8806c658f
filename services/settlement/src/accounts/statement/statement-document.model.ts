import { hourMs, type Locale } from '@gongxiang/domain';
import { arrange, type StatementAccount, type StatementLine, totalOf } from './statement.model.js';
import { type StatementTexts, textsFor } from './statement-texts.model.js';

/** A table cell. Amounts are fen, days `YYYY-MM-DD`. */
export type StatementCell =
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'money'; readonly fen: bigint }
  | { readonly kind: 'empty' };

/** Subtotals repeat amounts above them, so a workbook, whose columns people add up, omits them. */
export interface StatementRow {
  readonly role: 'line' | 'subtotal' | 'total';
  readonly cells: readonly StatementCell[];
}

export interface StatementColumn {
  readonly title: string;
  readonly kind: 'day' | 'text' | 'money';
  /** On paper: the share of the width that days and amounts leave for text. */
  readonly share: number;
  /** In the workbook: the width in characters. */
  readonly characters: number;
}

export interface StatementTable {
  readonly title: string;
  readonly columns: readonly StatementColumn[];
  readonly rows: readonly StatementRow[];
}

export interface StatementFact {
  readonly label: string;
  readonly value: string;
}

export interface StatementBalance {
  readonly label: string;
  readonly fen: bigint;
  readonly isResult: boolean;
}

/** The input of a table: columns, a row of cells per line, and totals by column index. */
interface TableContent {
  readonly columns: readonly StatementColumn[];
  readonly rows: readonly (readonly StatementCell[])[];
  readonly totals: Readonly<Record<number, bigint>>;
}

/** A statement as texts and rows, shared by PDF and workbook. */
export interface StatementDocument {
  readonly locale: Locale;
  readonly texts: StatementTexts;
  readonly partyName: string;
  readonly period: string;
  readonly facts: readonly StatementFact[];
  readonly balances: readonly StatementBalance[];
  readonly tables: readonly StatementTable[];
  readonly madeAt: Date;
}

export interface DocumentRequester {
  readonly personId: string;
  readonly apiKeyId: string | null;
  readonly locale: Locale;
}

const empty: StatementCell = { kind: 'empty' };
export const day = (text: string): StatementCell => ({ kind: 'day', day: text });
export const text = (words: string): StatementCell => ({ kind: 'text', text: words });
export const money = (fen: bigint | null): StatementCell => (fen === null ? empty : { kind: 'money', fen });

/** Builds the statement in the requester's language. @throws Error if the account does not add up */
export function documentOf(account: StatementAccount, requester: DocumentRequester): StatementDocument {
  const texts = textsFor(account.party.kind, requester.locale);
  const arranged = arrange(account);
  const period = texts.until(account.from, account.to);
  const balance = (label: string, fen: bigint, isResult = false): StatementBalance => ({
    label,
    fen,
    isResult,
  });
  return {
    locale: requester.locale,
    texts,
    partyName: account.party.name,
    period,
    madeAt: account.readAt,
    facts: [
      { label: texts.party, value: account.party.name },
      { label: texts.period, value: period },
      { label: texts.unit, value: texts.unitNote },
      { label: texts.madeAt, value: shanghaiMinute(account.readAt) },
      { label: texts.madeBy, value: nameOf(requester, texts) },
      { label: texts.position, value: texts.positionOf(account.lines.length, lastEntryOf(account)) },
    ],
    balances: [
      balance(texts.opening, account.opening),
      balance(texts.activitiesNet, arranged.activityTotal.amount),
      balance(texts.loansNet, arranged.loanTotal),
      balance(texts.transfersNet, arranged.transferTotal),
      balance(texts.closing, account.closing, true),
    ],
    tables: [
      activityTable(arranged, texts),
      partnerTable({ title: texts.loans, lines: arranged.loans, total: arranged.loanTotal }, texts),
      partnerTable(
        { title: texts.transfers, lines: arranged.transfers, total: arranged.transferTotal },
        texts,
      ),
    ],
  };
}

/** A table of lines with a total; an empty table says so. */
export function tableOf(
  title: string,
  texts: StatementTexts,
  { columns, rows, totals }: TableContent,
): StatementTable {
  const labelAt = columns.findIndex(({ kind }) => kind === 'text');
  const labelled = (label: string, amounts: Readonly<Record<number, bigint>>): StatementCell[] =>
    columns.map((_column, place) => (place === labelAt ? text(label) : money(amounts[place] ?? null)));
  const none = labelled(texts.none, {});
  return {
    title,
    columns,
    rows: [
      ...(rows.length === 0 ? [none] : rows).map((cells): StatementRow => ({ role: 'line', cells })),
      { role: 'total', cells: labelled(texts.total, totals) },
    ],
  };
}

/** The local day and minute in China, where all of these unions are. */
export function shanghaiMinute(moment: Date): string {
  // China has had no daylight saving time since 1991, and statements are never dated in the past.
  const shifted = new Date(moment.getTime() + 8 * hourMs).toISOString();
  return `${shifted.slice(0, 10)} ${shifted.slice(11, 16)} UTC+8`;
}

function nameOf({ personId, apiKeyId }: DocumentRequester, texts: StatementTexts): string {
  return apiKeyId === null ? personId : texts.byKey(personId, apiKeyId);
}

/** The highest entry id: ids follow the order of creation, but lines follow their days. */
function lastEntryOf({ lines }: StatementAccount): string | null {
  return lines.reduce<string | null>(
    (last, { entryId }) => (entryId !== null && (last === null || entryId > last) ? entryId : last),
    null,
  );
}

function activityTable(
  { activities, activityTotal }: ReturnType<typeof arrange>,
  texts: StatementTexts,
): StatementTable {
  const amounts = (total: { share: bigint | null; paid: bigint | null; amount: bigint }): StatementCell[] => [
    money(total.share),
    money(total.paid),
    money(total.amount),
  ];
  const rowsOf = (lines: readonly StatementLine[]): StatementRow[] => {
    const rows = lines.map((line): StatementRow => {
      const cells = [day(line.postedOn), text(line.title), text(texts.kinds[line.kind]), ...amounts(line)];
      return { role: 'line', cells };
    });
    if (lines.length < 2) return rows;
    const cells = [empty, text(texts.subtotal), empty, ...amounts(totalOf(lines))];
    return [...rows, { role: 'subtotal', cells }];
  };
  return {
    title: texts.activities,
    columns: [
      { title: texts.date, kind: 'day', share: 0, characters: 12 },
      { title: texts.activity, kind: 'text', share: 4, characters: 44 },
      { title: texts.kind, kind: 'text', share: 1, characters: 12 },
      { title: texts.share, kind: 'money', share: 0, characters: 18 },
      { title: texts.paid, kind: 'money', share: 0, characters: 18 },
      { title: texts.net, kind: 'money', share: 0, characters: 18 },
    ],
    rows: [
      ...(activities.length === 0 ? [nothing(6, texts)] : activities.flatMap(rowsOf)),
      { role: 'total', cells: [empty, text(texts.total), empty, ...amounts(activityTotal)] },
    ],
  };
}

/** Lines between this party and one other, such as of loans or transfers. */
function partnerTable(
  { title, lines, total }: { title: string; lines: readonly StatementLine[]; total: bigint },
  texts: StatementTexts,
): StatementTable {
  return tableOf(title, texts, {
    columns: [
      { title: texts.date, kind: 'day', share: 0, characters: 12 },
      { title: texts.kind, kind: 'text', share: 2, characters: 20 },
      { title: texts.purpose, kind: 'text', share: 5, characters: 40 },
      { title: texts.counterparty, kind: 'text', share: 5, characters: 40 },
      { title: texts.amount, kind: 'money', share: 0, characters: 18 },
    ],
    rows: lines.map((line) => {
      const words = [texts.kinds[line.kind], line.title, line.counterparty?.name ?? ''].map(text);
      return [day(line.postedOn), ...words, money(line.amount)];
    }),
    totals: { 4: total },
  });
}

function nothing(columns: number, texts: StatementTexts): StatementRow {
  const cells = Array.from({ length: columns }, (_one, index) => (index === 1 ? text(texts.none) : empty));
  return { role: 'line', cells };
}
