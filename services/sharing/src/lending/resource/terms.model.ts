import type {
  ApprovalKind,
  FeeUnit,
  GrantPriceDto,
  GrantQuotaDto,
  GrantPriceKind,
  GrantTimesDto,
  SilenceKind,
} from '@gongxiang/contracts/sharing/lending/grant-terms';
import type { CreateGrantRequest } from '@gongxiang/contracts/sharing/lending/grant.contract';
import type { RuleWeekday } from '@gongxiang/contracts/sharing/lending/series-fields';
import type { UnionBusiness } from '@gongxiang/contracts/sharing/sharing-events';
import { DomainError, fromWire, hourMs, type Period } from '@gongxiang/domain';
import { minutesOf, weekdaysOf } from './china-time.model.js';

export interface Price {
  readonly kind: GrantPriceKind;
  readonly text: string | null;
  readonly feeFen: bigint | null;
  readonly per: FeeUnit | null;
  readonly depositFen: bigint | null;
}

/** Within the term: weekdays, and hours `HH:MM` of one day. */
export interface Times {
  readonly weekdays: readonly RuleWeekday[];
  readonly from: string | null;
  readonly until: string | null;
}

/** Per calendar month and borrower; null: unlimited. */
export interface Quota {
  readonly hoursPerMonth: number | null;
  readonly loansPerMonth: number | null;
  /** For counted resources. */
  readonly piecesPerMonth: number | null;
}

/** The conditions of a right. */
export interface Terms {
  readonly businesses: readonly UnionBusiness[];
  readonly times: Times;
  readonly quota: Quota;
  readonly approval: ApprovalKind;
  readonly decideWithinHours: number;
  readonly onSilence: SilenceKind;
  readonly charge: Price;
}

const decisionHoursDefault = 72;
const unitMs: Readonly<Record<Exclude<FeeUnit, 'loan'>, number>> = { hour: hourMs, day: 24 * hourMs };

/**
 * Validates the terms of a right; omitted ones do not apply.
 * @throws DomainError as {@link checkPrice} and {@link checkTimes}
 */
export function checkTerms(
  requested: Omit<CreateGrantRequest, 'resourceId' | 'to' | 'from' | 'until'>,
): Terms {
  return {
    businesses: [...new Set(requested.businesses ?? [])],
    times: checkTimes(requested.times),
    quota: quotaOf(requested.quota),
    approval: requested.approval,
    decideWithinHours: requested.decideWithinHours ?? decisionHoursDefault,
    onSilence: requested.onSilence ?? 'refuse',
    charge: checkPrice(requested.price),
  };
}

function quotaOf(requested: GrantQuotaDto | null | undefined): Quota {
  const { hoursPerMonth = null, loansPerMonth = null, piecesPerMonth = null } = requested ?? {};
  return { hoursPerMonth, loansPerMonth, piecesPerMonth };
}

/** @throws DomainError `PRICE_INCOMPLETE`, `PRICE_NOT_POSITIVE`, `MONEY_FORMAT` */
export function checkPrice(requested: GrantPriceDto): Price {
  const depositFen = requested.deposit ? positive(requested.deposit, '/price/deposit') : null;
  const text = requested.text ?? null;
  if (requested.kind !== 'fee') return { kind: requested.kind, text, feeFen: null, per: null, depositFen };
  if (!requested.fee || !requested.per)
    throw new DomainError('PRICE_INCOMPLETE', { pointer: requested.fee ? '/price/per' : '/price/fee' });
  return { kind: 'fee', text, feeFen: positive(requested.fee, '/price/fee'), per: requested.per, depositFen };
}

/** @throws DomainError `TIMES_INCOMPLETE`, `PERIOD_EMPTY` */
export function checkTimes(requested: GrantTimesDto | null | undefined): Times {
  const { weekdays = [], from = null, until = null } = requested ?? {};
  if ((from === null) !== (until === null)) {
    throw new DomainError('TIMES_INCOMPLETE', { pointer: from === null ? '/times/from' : '/times/until' });
  }
  // Both have the same format, so they compare as text.
  if (from !== null && until !== null && until <= from)
    throw new DomainError('PERIOD_EMPTY', { pointer: '/times/until' });
  return { weekdays: [...new Set(weekdays)], from, until };
}

/** Whether the loan's purpose is among those of the right. */
export function servesPurpose(
  { businesses }: Pick<Terms, 'businesses'>,
  business: UnionBusiness | null,
): boolean {
  return businesses.length === 0 || (business !== null && businesses.includes(business));
}

/** Whether a period is within the days and hours. With hours it must lie within those of one day. */
export function isAtTimes({ weekdays, from, until }: Times, period: Period): boolean {
  if (weekdays.length > 0 && [...weekdaysOf(period)].some((day) => !weekdays.includes(day))) return false;
  if (from === null || until === null) return true;
  const taken = minutesOf(period);
  return minutes(from) <= taken.from && taken.until <= minutes(until);
}

/** The fee of a period: the price per unit begun, at least one. Null if it is free. */
export function feeOf({ feeFen, per }: Pick<Price, 'feeFen' | 'per'>, period: Period): bigint | null {
  if (feeFen === null || per === null) return null;
  if (per === 'loan') return feeFen;
  const units = Math.ceil((period.end.getTime() - period.start.getTime()) / unitMs[per]);
  return feeFen * BigInt(Math.max(1, units));
}

function positive(money: Parameters<typeof fromWire>[0], pointer: string): bigint {
  const fen = fromWire(money, pointer);
  if (fen <= 0n) throw new DomainError('PRICE_NOT_POSITIVE', { pointer: `${pointer}/amount` });
  return fen;
}

function minutes(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
}
