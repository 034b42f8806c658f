import type {
  ReportFigures,
  ReportGrouping,
  ReportRow,
} from '@gongxiang/contracts/evaluation/reports/report.contract';
import type { Season } from '../../seasons/tuning/season.model.js';
import type { GroupSums, LoanSums } from './report.repository.js';

/** What follows from the sums of a group. Null where there is nothing to divide by: an unknown is never a zero. */
export function figuresOf(sums: GroupSums, loans: LoanSums | null): ReportFigures {
  const { activities, heads, costFen } = sums;
  return {
    activities,
    heads,
    // An indicator, not an amount: nobody is charged by it, so a fraction of a fen may stand.
    costPerHead: costFen === null ? null : ratio(Number(costFen) / 100, sums.costedHeads),
    satisfaction: ratio(sums.answerTotal, sums.answers),
    score: ratio(sums.scoreTotal, sums.scores),
    smallFirmShare: ratio(sums.smallHeads, sums.classifiedHeads),
    loans: loans?.loans ?? null,
    loansOnTime: loans?.onTime ?? null,
  };
}

const nothing: Omit<GroupSums, 'key' | 'name'> = {
  activities: 0,
  heads: 0,
  smallHeads: 0,
  classifiedHeads: 0,
  costFen: null,
  costedHeads: 0,
  answers: 0,
  answerTotal: 0,
  scores: 0,
  scoreTotal: 0,
};

/** Groups that loans belong to: elsewhere a loan is nobody's, which is not none. */
const withLoans: readonly ReportGrouping[] = ['union', 'month', 'quarter'];

/** The total and the rows of a report; a trend has a row for each month or quarter, also where nothing took place. */
export function reportRows(
  groups: readonly GroupSums[],
  loans: readonly LoanSums[],
  { groupBy, ...season }: Season & { readonly groupBy: ReportGrouping },
): { readonly total: ReportFigures; readonly rows: readonly ReportRow[] } {
  const none = { key: null, loans: 0, onTime: 0 };
  const lent = new Map(loans.map((sums) => [sums.key, sums]));
  const loansOf = (key: string): LoanSums | null =>
    withLoans.includes(groupBy) ? (lent.get(key) ?? none) : null;
  const rowOf = (key: string, sums: GroupSums | undefined): ReportRow => ({
    key,
    name: sums?.name ?? null,
    ...figuresOf(sums ?? { key, name: null, ...nothing }, loansOf(key)),
  });
  const byKey = new Map(groups.flatMap((sums) => (sums.key === null ? [] : [[sums.key, sums] as const])));
  const keys = isTrend(groupBy) ? timesOf(season, groupBy) : [...byKey.keys()];
  const total = groups.find(({ key }) => key === null) ?? { key: null, name: null, ...nothing };
  return {
    total: figuresOf(total, lent.get(null) ?? none),
    rows: keys.map((key) => rowOf(key, byKey.get(key))),
  };
}

function isTrend(groupBy: ReportGrouping): groupBy is 'month' | 'quarter' {
  return groupBy === 'month' || groupBy === 'quarter';
}

/** Every month (2026-11) or quarter (2026-Q4) that a period touches, in order. */
export function timesOf({ from, to }: Season, step: 'month' | 'quarter'): readonly string[] {
  const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  const times: string[] = [];
  for (let month = monthOf(from); month <= monthOf(to); month += 1) {
    const year = String(Math.floor(month / 12)).padStart(4, '0');
    const number = (month % 12) + 1;
    const time = step === 'month' ? String(number).padStart(2, '0') : `Q${Math.ceil(number / 3)}`;
    if (times.at(-1) !== `${year}-${time}`) times.push(`${year}-${time}`);
  }
  return times;
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
