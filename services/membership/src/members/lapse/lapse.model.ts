import type { MembershipStanding } from '@gongxiang/contracts/membership/membership-events';
import { daysAfter, DomainError } from '@gongxiang/domain';
import { arrearsOf, type DuesAccount } from '../../dues/dues.model.js';

/** Whole months in a row without dues and without taking part, after which a union may decide that a membership lapses. */
export const lapseMonths = 6;
/** Days that a member has to pay, to take part or to answer, before it may be decided. The constitution of the unions names none. */
const lapseAnswerDays = 30;

/** What is known of a member's dues and of their taking part. */
export interface LapseRecord {
  readonly standing: MembershipStanding;
  readonly account: DuesAccount;
  /** Days; null: never. */
  readonly lastPaidOn: string | null;
  readonly lastPartOn: string | null;
}

/** What a lapse rests on. */
export interface LapseEvidence {
  readonly monthsUnpaid: number;
  readonly lastPaidOn: string | null;
  readonly lastPartOn: string | null;
  /** Whether six whole months have passed without dues and without taking part. */
  readonly isDue: boolean;
}

/**
 * The constitution of the trade unions (中国工会章程) deems a member to have left who without reason for six months in a row pays no dues and
 * takes no part, and does not change that when told. The months are whole ones before this one. What is not known speaks for the member: a
 * month without a base wage, one that is exempt, and one that was paid in part end the row, and a retained member owes nothing.
 * @param today in China
 */
export function lapseOf(record: LapseRecord, today: string): LapseEvidence {
  const { standing, lastPaidOn, lastPartOn } = record;
  const monthsUnpaid = standing === 'full' ? unpaidMonths(record.account, today.slice(0, 7)) : 0;
  const from = `${monthsBefore(today.slice(0, 7), lapseMonths)}-01`;
  const isSince = (day: string | null): boolean => day !== null && day >= from;
  const isDue = monthsUnpaid >= lapseMonths && !isSince(lastPaidOn) && !isSince(lastPartOn);
  return { monthsUnpaid, lastPaidOn, lastPartOn, isDue };
}

export function endableFrom(warnedOn: string): string {
  return daysAfter(warnedOn, lapseAnswerDays);
}

/** Whether a warning still has its ground: nothing was paid and the member came to nothing since that day. */
export function stands(warnedOn: string, { isDue, lastPaidOn, lastPartOn }: LapseEvidence): boolean {
  return isDue && [lastPaidOn, lastPartOn].every((day) => day === null || day < warnedOn);
}

/**
 * Checks that a membership may end as a lapse.
 * @param warning the open one, by days; null without one
 * @param end the first day without the membership
 * @throws DomainError `LAPSE_NOT_WARNED`, `LAPSE_MENDED`, `LAPSE_TOO_EARLY`
 */
export function requireLapse(
  warning: { readonly warnedOn: string; readonly endableFrom: string } | null,
  evidence: LapseEvidence,
  { end, today }: { readonly end: string; readonly today: string },
): void {
  if (warning === null) throw new DomainError('LAPSE_NOT_WARNED', { pointer: '/reason' });
  if (!stands(warning.warnedOn, evidence)) throw new DomainError('LAPSE_MENDED', { pointer: '/reason' });
  const params = { day: warning.endableFrom };
  if (today < warning.endableFrom) throw new DomainError('LAPSE_TOO_EARLY', { pointer: '/reason', params });
  // Nor is it said to have ended before it could.
  if (end < warning.endableFrom) throw new DomainError('LAPSE_TOO_EARLY', { pointer: '/validTo', params });
}

/** Payments count for the oldest months first: what is open are the last ones. */
function unpaidMonths(account: DuesAccount, thisMonth: string): number {
  const past = account.months.filter(({ month }) => month < thisMonth);
  let openFen = arrearsOf({ ...account, months: past });
  let expected = monthsBefore(thisMonth, 1);
  let count = 0;
  for (const { month, dueFen } of past.toReversed()) {
    if (month !== expected || dueFen === null || dueFen === 0n || openFen < dueFen) break;
    openFen -= dueFen;
    expected = monthsBefore(month, 1);
    count += 1;
  }
  return count;
}

function monthsBefore(month: string, count: number): string {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 - count;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}
