import type { MemberAgeBand } from '@gongxiang/contracts/membership/census/census.contract';
import type {
  EmploymentKind,
  EndReason,
  MembershipStanding,
  MembershipState,
} from '@gongxiang/contracts/membership/membership-events';
import { ageOn, birthDateOf, type Sex, sexOf } from '@gongxiang/domain';

/** What a membership counts as, as `census_terms` of the database writes it; months are `YYYY-MM`. */
export interface Terms {
  readonly personId: string;
  readonly unionId: string;
  readonly state: MembershipState;
  readonly employment: EmploymentKind | null;
  readonly standing: MembershipStanding;
  readonly joined: string;
  readonly left: string | null;
  readonly endedReason: EndReason | null;
  readonly tookPart: boolean;
}

export interface Birth {
  readonly sex: Sex | null;
  /** `YYYY-MM-DD` */
  readonly birthDate: string | null;
}

/** A cell of the totals: a union, a dimension and a value. */
export interface Cell {
  readonly unionId: string;
  readonly dimension: string;
  readonly value: string;
}

/** The ages at which a person comes into the next band, in completed years, with that band. */
const bandStarts = [
  [25, '25to34'],
  [35, '35to44'],
  [45, '45to54'],
  [55, '55to59'],
  [60, 'from60'],
] as const satisfies readonly (readonly [number, MemberAgeBand])[];

/** Sex and birth date, as an opened resident number has them. */
export function birthIn(residentNumber: string | null): Birth {
  if (residentNumber === null) return { sex: null, birthDate: null };
  return { sex: sexOf(residentNumber), birthDate: birthDateOf(residentNumber) };
}

/** The age band of a birth date on a day. */
export function bandOf(birthDate: string | null, day: string): MemberAgeBand {
  if (birthDate === null) return 'unknown';
  const age = ageOn(day, birthDate);
  return bandStarts.findLast(([start]) => age >= start)?.[1] ?? 'to24';
}

/**
 * The cells in which a membership counts once.
 * @param day the day to which the age bands are kept
 */
export function cellsOf(terms: Terms, { sex, birthDate }: Birth, day: string): Cell[] {
  const { unionId, state, left, endedReason } = terms;
  // One that was entered by mistake, or twice, never was a membership.
  if (endedReason === 'importUndone' || endedReason === 'merged') return [];
  const cells: [dimension: string, value: string][] = [['joined', terms.joined]];
  if (left !== null) cells.push([endedReason === 'transferred' ? 'moved' : 'left', left]);
  if (state !== 'ended') {
    cells.push(
      ['members', 'all'],
      ['sex', sex ?? 'unknown'],
      ['age', bandOf(birthDate, day)],
      ['employment', terms.employment ?? 'unknown'],
      ['activation', state],
      ['standing', terms.standing],
      ['participation', terms.tookPart ? 'tookPart' : 'never'],
    );
    // Not shown: it says who comes into the next band on which day.
    if (birthDate !== null) cells.push(['birth', birthDate]);
  }
  return cells.map(([dimension, value]) => ({ unionId, dimension, value }));
}

/** Those born on a day who come into another band. */
export interface Turn {
  readonly birthDate: string;
  readonly from: MemberAgeBand;
  readonly to: MemberAgeBand;
}

/** Who comes into the next band on a day: whoever completes the first year of it. */
export function turnsOn(day: string): Turn[] {
  const year = Number(day.slice(0, 4));
  const monthAndDay = day.slice(5);
  return bandStarts.flatMap(([start, to], index): Turn[] => {
    const from = bandStarts[index - 1]?.[1] ?? 'to24';
    const born = String(year - start).padStart(4, '0');
    const dates = [`${born}-${monthAndDay}`];
    // Whoever was born on a 29th of February completes a year on 1 March of a year without one.
    if (monthAndDay === '03-01' && !isLeapYear(year)) dates.push(`${born}-02-29`);
    return dates.map((birthDate) => ({ birthDate, from, to }));
  });
}

/** The days after `from`, up to and including `to`. */
export function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = nextDay(from); day <= to; day = nextDay(day)) days.push(day);
  return days;
}

function nextDay(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
