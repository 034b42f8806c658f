import type { ActivityState } from '@gongxiang/contracts/sharing/sharing-events';
import { DomainError, type FieldProblem, type Party, type PartyKind } from '@gongxiang/domain';

/** The life cycle of an activity. `closing` lasts until every attendance fact is frozen. */
export const activityTransitions: Readonly<Record<ActivityState, readonly ActivityState[]>> = {
  draft: ['published', 'cancelled'],
  published: ['closing', 'cancelled'],
  closing: ['closed'],
  closed: [],
  cancelled: [],
};

/** @throws DomainError `ILLEGAL_TRANSITION` */
export function requireTransition(from: ActivityState, to: ActivityState): void {
  if (!activityTransitions[from].includes(to))
    throw new DomainError('ILLEGAL_TRANSITION', { params: { from, to } });
}

/**
 * An activity that is closing or closed is a record and cannot be edited. @throws DomainError `ILLEGAL_TRANSITION`
 */
export function requireEditable(state: ActivityState): void {
  if (state !== 'draft' && state !== 'published') {
    throw new DomainError('ILLEGAL_TRANSITION', { params: { from: state, to: state } });
  }
}

/**
 * Hosts join before publication, which needs the agreement of all of them. @throws DomainError `ACTIVITY_PUBLISHED`
 */
export function requireDraft(state: ActivityState): void {
  if (state === 'published') throw new DomainError('ACTIVITY_PUBLISHED');
  requireEditable(state);
}

export interface ActivityTimes {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly signUpOpensAt: Date;
  readonly signUpClosesAt: Date;
  readonly timeZone: string;
}

/** @throws DomainError with the code of {@link timesProblem} */
export function checkTimes(times: ActivityTimes): void {
  const problem = timesProblem(times);
  if (problem !== null) throw new DomainError(problem.code, problem);
}

/** A draw must take place before the start. @throws DomainError `DRAW_CLOSES_AFTER_START` */
export function requireAfterDraw(activity: {
  readonly startsAt: Date;
  readonly draw: { readonly closesAt: string; readonly decides: boolean } | null;
}): void {
  const { startsAt, draw } = activity;
  if (draw?.decides !== true || startsAt >= new Date(draw.closesAt)) return;
  throw new DomainError('DRAW_CLOSES_AFTER_START', {
    pointer: '/startsAt',
    params: { closesAt: draw.closesAt },
  });
}

/**
 * The end must be after the start; sign-up closes after it opens and not after the end; the time zone must exist.
 */
export function timesProblem(times: ActivityTimes): FieldProblem | null {
  const { startsAt, endsAt, signUpOpensAt, signUpClosesAt, timeZone } = times;
  // Negated so that an invalid date, which compares false with everything, is a problem as well.
  if (!(startsAt < endsAt)) return { pointer: '/endsAt', code: 'PERIOD_EMPTY' };
  if (!(signUpOpensAt < signUpClosesAt)) return { pointer: '/signUpClosesAt', code: 'PERIOD_EMPTY' };
  if (signUpClosesAt > endsAt) return { pointer: '/signUpClosesAt', code: 'SIGN_UP_AFTER_END' };
  if (isTimeZone(timeZone)) return null;
  return { pointer: '/timeZone', code: 'TIME_ZONE_UNKNOWN', params: { timeZone } };
}

/** Only named zones: a bare offset such as `+08:00` says nothing about the date of the event. */
function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false; // Intl throws a RangeError for an unknown zone
  }
}

/** The fields that the changes would actually change. Dates are compared by value. */
export function fieldsThatDiffer<Row extends object>(before: Row, changes: Partial<Row>): string[] {
  return (Object.keys(changes) as (keyof Row & string)[]).filter(
    (field) => comparable(before[field]) !== comparable(changes[field]),
  );
}

function comparable(value: unknown): unknown {
  return value instanceof Date ? value.getTime() : value;
}

/** Whether it is what a person plans, which nobody else could take part in so far: until then its words are theirs alone. */
export function isUnpublishedByPerson({
  organiserKind,
  publishedAt,
}: {
  readonly organiserKind: PartyKind;
  readonly publishedAt: Date | null;
}): boolean {
  return organiserKind === 'person' && publishedAt === null;
}

/** The union behind each host, the organiser's first, without duplicates. */
export function hostUnions(activity: {
  readonly unionId: string;
  readonly coHosts: readonly { readonly unionId: string }[];
}): Party[] {
  const ids = new Set([activity.unionId, ...activity.coHosts.map((coHost) => coHost.unionId)]);
  return [...ids].map((id) => ({ kind: 'union', id }));
}
