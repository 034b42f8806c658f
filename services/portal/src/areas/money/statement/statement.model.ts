import type { components } from '../../../api/schema.js';
import type { Amount } from '../ledger/amount.model.js';

export type Statement = components['schemas']['StatementView'];
export type StatementLine = Statement['lines'][number];

/** The union or party and the period of a statement; '' where it is not chosen. Only one of `union` and `party` is set. */
export interface StatementQuery {
  readonly union: string;
  /** A party that is no union, such as `enterprise:<id>`. */
  readonly party: string;
  readonly from: string;
  readonly to: string;
}

const unionPrefix = 'union:';

/** The query in the address, so that a link to it can be shared. */
export function statementQueryOf(search: URLSearchParams): StatementQuery {
  return {
    ...whoseIn(search.get('union') ?? '', search.get('party') ?? ''),
    from: dayIn(search.get('from')),
    to: dayIn(search.get('to')),
  };
}

/** A union may be named either way; it is one of those that the form offers. */
function whoseIn(union: string, party: string): Pick<StatementQuery, 'union' | 'party'> {
  if (party.startsWith(unionPrefix)) return { union: party.slice(unionPrefix.length), party: '' };
  return party === '' ? { union, party } : { union: '', party };
}

/** The query of the request and of the address, without blanks. */
export function searchOfStatement(query: StatementQuery): {
  readonly union?: string;
  readonly party?: string;
  readonly from: string;
  readonly to: string;
} {
  const { union, party, from, to } = query;
  return { ...(party === '' ? { union } : { party }), from, to };
}

/** Does the query name a union or a party? */
export function hasParty({ union, party }: StatementQuery): boolean {
  return union !== '' || party !== '';
}

function dayIn(text: string | null): string {
  return text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : '';
}

export const presets = ['month', 'quarter', 'year', 'lastYear'] as const;
export type Preset = (typeof presets)[number];

/**
 * The days of a usual period.
 * @param today such as `2026-11-20`, in the zone that the books are kept in
 */
export function periodOf(preset: Preset, today: string): { readonly from: string; readonly to: string } {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  const quarterStart = month - ((month - 1) % 3);
  const ranges = {
    month: { from: dayOf(year, month, 1), to: dayOf(year, month + 1, 0) },
    quarter: { from: dayOf(year, quarterStart, 1), to: dayOf(year, quarterStart + 3, 0) },
    year: { from: dayOf(year, 1, 1), to: dayOf(year, 12, 31) },
    lastYear: { from: dayOf(year - 1, 1, 1), to: dayOf(year - 1, 12, 31) },
  };
  return ranges[preset];
}

/** A month beyond the twelfth and a day 0 roll over, as in `Date`. */
function dayOf(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

type Heading = 'activities' | 'loans' | 'transfers';

/** The heading of a line, as on paper. */
function headingOf({ activityId, loanId }: Pick<StatementLine, 'activityId' | 'loanId'>): Heading {
  if (activityId !== null) return 'activities';
  return loanId === null ? 'transfers' : 'loans';
}

/** The sums by heading, in the order of the paper; headings without lines are left out. */
export function headingTotals(
  lines: readonly StatementLine[],
): { readonly heading: Heading; readonly total: Amount }[] {
  return (['activities', 'loans', 'transfers'] as const).flatMap((heading) => {
    const under = lines.filter((line) => headingOf(line) === heading);
    const total = under.reduce((sum, { amount }) => sum + BigInt(amount.amount), 0n);
    return under.length === 0 ? [] : [{ heading, total: { amount: String(total) } }];
  });
}

export interface RunningLine {
  readonly line: StatementLine;
  readonly balance: Amount;
}

/** The lines, each with the balance after it. */
export function runningLines({ opening, lines }: Pick<Statement, 'opening' | 'lines'>): RunningLine[] {
  let balance = BigInt(opening.amount);
  return lines.map((line) => {
    balance += BigInt(line.amount.amount);
    return { line, balance: { amount: String(balance) } };
  });
}
