import type { OccasionState, ToldOccasionKind } from '@gongxiang/contracts/affairs/matters/occasion.contract';
import type { OccasionKind } from '@gongxiang/contracts/affairs/matters/occasion-kind';
import type { ServiceDefinition } from '@gongxiang/contracts/affairs/matters/service-item.contract';
import type { MemberState } from '@gongxiang/contracts/membership/membership-events';
import { daysAfter, DomainError, isCalendarDate } from '@gongxiang/domain';

/** From where an occasion is known: the record says what it is; what was told says it itself, sealed. */
export type OccasionSource = 'birthday' | 'retirement' | 'told';
export type StoredOccasionState = 'told' | 'opened' | 'skipped';

/** Days back for which something may be told. */
const daysBack = 366;

/** What the copy of a member has: nothing once they are none, and never the year of birth. */
export function occasionDayOf({ personId, version, unionId, state, birthDate, retiredOn }: MemberState) {
  const isMember = state !== 'ended';
  const memberOf = isMember ? unionId : null;
  const born = isMember ? (birthDate ?? null) : null;
  return {
    personId,
    version,
    unionId: memberOf,
    birthMonth: born === null ? null : Number(born.slice(5, 7)),
    birthDay: born === null ? null : Number(born.slice(8, 10)),
    retiredOn: isMember ? (retiredOn ?? null) : null,
  };
}

interface MonthSpan {
  readonly year: number;
  readonly month: number;
  /** Of the month; whoever is born on 29 February has their birthday on the last day of a shorter one. */
  readonly lastDay: number;
  readonly from: string;
  /** The first day after it. */
  readonly to: string;
}

/** @param month YYYY-MM */
export function monthSpanOf(month: string): MonthSpan {
  const from = `${month}-01`;
  const lastDay = [31, 30, 29].find((day) => isCalendarDate(`${month}-${day}`)) ?? 28;
  return {
    year: Number(month.slice(0, 4)),
    month: Number(month.slice(5, 7)),
    lastDay,
    from,
    to: daysAfter(`${month}-${lastDay}`, 1),
  };
}

/** The year of a day, as its first day and the first one after it. */
export function yearSpanOf(day: string): { readonly from: string; readonly to: string } {
  const year = Number(day.slice(0, 4));
  return { from: `${year}-01-01`, to: `${year + 1}-01-01` };
}

/** How a line of the list stands. @param stored null if nothing was done for a day of a record */
export function occasionStateOf(stored: StoredOccasionState | null): OccasionState {
  return stored === null || stored === 'told' ? 'due' : stored;
}

/** @throws DomainError `OCCASION_DONE`: a matter is opened once; one that was skipped may still be visited */
export function requireOpen(stored: StoredOccasionState | null): void {
  if (stored === 'opened') throw new DomainError('OCCASION_DONE');
}

/** @param days ahead for which something may be told @throws DomainError `OCCASION_DAY` */
export function requireTellable(on: string, today: string, days: number): void {
  if (on < daysAfter(today, -daysBack) || on > daysAfter(today, days))
    throw new DomainError('OCCASION_DAY', { pointer: '/on', params: { days } });
}

/** @throws DomainError `OCCASION_TOLD`: one kind is told once a year, as it is visited for once a year */
export function requireUntold(
  kind: ToldOccasionKind,
  on: string,
  told: readonly { readonly kind: OccasionKind; readonly on: string }[],
): void {
  if (told.some((one) => one.kind === kind && one.on.slice(0, 4) === on.slice(0, 4)))
    throw new DomainError('OCCASION_TOLD', { pointer: '/kind' });
}

/** The service under which a matter is opened: that of the nearest union that has one. @param services the nearest first */
export function serviceFor<Service extends { readonly definition: ServiceDefinition }>(
  kind: OccasionKind,
  services: readonly Service[],
): Service | null {
  return services.find(({ definition }) => optionFor(definition, kind) !== undefined) ?? null;
}

/** What the platform answers in the form: nothing but the occasion and its day. */
export function occasionAnswers(
  { occasion }: Pick<ServiceDefinition, 'occasion'>,
  { kind, on }: { readonly kind: OccasionKind; readonly on: string },
): Record<string, unknown> {
  const option = optionFor({ occasion }, kind);
  return occasion && option !== undefined ? { [occasion.question]: option, [occasion.day]: on } : {};
}

function optionFor(
  { occasion }: Pick<ServiceDefinition, 'occasion'>,
  kind: OccasionKind,
): string | undefined {
  return occasion?.answers.find((answer) => answer.kind === kind)?.option;
}
