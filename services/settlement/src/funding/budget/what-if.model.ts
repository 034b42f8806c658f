import { dayMs, sum } from '@gongxiang/domain';
import { type Figures, figuresOf } from './budget-report.model.js';

/** Expected further spending under a code. Amounts in fen; null if not stated. */
export interface WhatIfLine {
  readonly expenseCode: string;
  readonly planned: bigint | null;
  readonly more: bigint | null;
  readonly heads: number | null;
  readonly perHead: bigint | null;
}

/** The current figures of a code. */
interface CodeToday {
  readonly expenseCode: string;
  readonly planned: bigint;
  readonly borne: bigint;
  /** The cost per head so far; null without heads. */
  readonly perHead: bigint | null;
}

/** `left` and `isOver` refer to the end of the year: planned − (borne + expected) = left. */
export interface Outlook extends Figures {
  readonly expected: bigint;
  readonly yearEnd: bigint;
}

interface YearEnd {
  readonly total: Outlook;
  readonly codes: readonly (Outlook & { readonly expenseCode: string })[];
  readonly atThisPace: bigint;
}

/**
 * Projects the end of the year. The expected spending of a code is the stated amount plus the expected heads times
 * their cost (by default the code's cost per head so far, or zero without attendance).
 * @param days the days of the year elapsed, including today, and its total number of days
 */
export function yearEndOf(
  today: readonly CodeToday[],
  lines: readonly WhatIfLine[],
  days: { readonly gone: number; readonly all: number },
): YearEnd {
  const asked = new Map(lines.map((line) => [line.expenseCode, line]));
  const known = new Map(today.map((code) => [code.expenseCode, code]));
  const codes = [...new Set([...known.keys(), ...asked.keys()])].sort().map((expenseCode) => {
    const code = known.get(expenseCode) ?? { expenseCode, planned: 0n, borne: 0n, perHead: null };
    return { expenseCode, ...outlookOf(code, asked.get(expenseCode)) };
  });
  const borne = sum(codes.map((code) => code.borne));
  const expected = sum(codes.map((code) => code.expected));
  const planned = sum(codes.map((code) => code.planned));
  return {
    total: whole(planned, borne, expected),
    codes,
    atThisPace: days.gone === 0 ? 0n : (borne * BigInt(days.all)) / BigInt(days.gone),
  };
}

function outlookOf(code: CodeToday, line: WhatIfLine | undefined): Outlook {
  const heads = BigInt(line?.heads ?? 0);
  const perHead = line?.perHead ?? code.perHead ?? 0n;
  return whole(line?.planned ?? code.planned, code.borne, (line?.more ?? 0n) + heads * perHead);
}

function whole(planned: bigint, borne: bigint, expected: bigint): Outlook {
  const yearEnd = borne + expected;
  return { ...figuresOf(planned, yearEnd), borne, expected, yearEnd };
}

/** The days of a year elapsed on a day, inclusive; zero before the year begins, all after it ends. */
export function daysOf(year: number, today: string): { gone: number; all: number } {
  const first = Date.UTC(year, 0, 1);
  const all = (Date.UTC(year + 1, 0, 1) - first) / dayMs;
  const gone = Math.floor((Date.parse(`${today}T00:00:00Z`) - first) / dayMs) + 1;
  return { gone: Math.min(Math.max(gone, 0), all), all };
}
