import type {
  CommitteeElectionAct,
  CommitteeElectionState,
  CommitteeKind,
  CommitteeOffice,
  ElectionFactsDto,
} from '@gongxiang/contracts/membership/members/committee.contract';
import { daysAfter, DomainError, endOfShanghaiDay, rootPath, shanghaiMorning } from '@gongxiang/domain';
import type { Await } from '@gongxiang/messaging/events';
import type { Whom } from '../../unions/awaits/whom.js';

/** So many days before the end of a term it is said that it is near: time to nominate, ask the union above, and vote. */
export const noticeDays = 60;

/** The shorter of the two terms: a filing that founds a union does not say which it is, and an election too early harms nobody. */
export const foundedTermYears = 3;

/** The last day of a term that begins on the day of the election. */
export function lastDayOf(heldOn: string, years: number): string {
  const [year = 0, month = 1, date = 1] = heldOn.split('-').map(Number);
  // From 29 February on: the 28th, as the first of March begins the next term.
  return new Date(Date.UTC(year + years, month - 1, date - 1)).toISOString().slice(0, 10);
}

/** When it is said that the end of a term is near. */
export function nearEndOf(toDay: string): Date {
  return shanghaiMorning(daysAfter(toDay, -noticeDays));
}

export function isEnding(toDay: string, now: Date): boolean {
  return nearEndOf(toDay) <= now;
}

interface Elected {
  readonly personId: string;
  readonly office: CommitteeOffice;
}

/** @throws DomainError `COMMITTEE_OFFICES` */
export function requireSeats(kind: CommitteeKind, seats: readonly Elected[]): void {
  const count = (office: CommitteeOffice): number => seats.filter((seat) => seat.office === office).length;
  const isTwice = new Set(seats.map(({ personId }) => personId)).size < seats.length;
  if (isTwice || !isHeaded(kind, { chairs: count('chair'), organisers: count('organiser') }, seats.length))
    throw new DomainError('COMMITTEE_OFFICES', { pointer: '/seats' });
}

/** An organiser stands alone, and for the trade union committee only. */
function isHeaded(
  kind: CommitteeKind,
  { chairs, organisers }: { readonly chairs: number; readonly organisers: number },
  seats: number,
): boolean {
  if (kind !== 'union') return chairs <= 1 && organisers === 0;
  return organisers === 0 ? chairs === 1 : organisers === 1 && seats === 1;
}

/**
 * How many have to be present is up to the union above, which sees both numbers.
 * @param from the first day of the term that goes on; null without one
 * @throws DomainError `COMMITTEE_HELD_ON`, `COMMITTEE_PRESENT`
 */
export function requireHeld(
  { heldOn, entitled, present }: ElectionFactsDto,
  from: string | null,
  today: string,
): void {
  if (heldOn > today || (from !== null && heldOn < from))
    throw new DomainError('COMMITTEE_HELD_ON', { pointer: '/heldOn' });
  if (present < 1 || present > entitled) throw new DomainError('COMMITTEE_PRESENT', { pointer: '/present' });
}

/**
 * Whether the name of who holds an office is told to anyone. Chair, vice chair and organiser speak for the union to others, and
 * unions announce them; of the others nobody outside needs to know who they are.
 */
export function isPublicOffice(office: CommitteeOffice): boolean {
  return office !== 'member';
}

/** What a person may do: whoever has filed it withdraws it, and never decides. */
export function actsOf(
  state: CommitteeElectionState,
  by: { readonly isProposer: boolean; readonly isAbove: boolean },
): CommitteeElectionAct[] {
  if (state !== 'waiting') return [];
  if (by.isProposer) return ['withdraw'];
  return by.isAbove ? ['approve', 'refuse'] : [];
}

/** Where an election is decided: at the union above, and of the root at itself. */
export function decidedAt(path: string, abovePath: string | null): string {
  return path === rootPath || abovePath === null ? path : abovePath;
}

/** Of what was elected when a union was founded, by committee, in the order of the filing. */
export function foundedSeats<One extends { readonly office: string }>(
  elected: readonly One[],
): (readonly [kind: CommitteeKind, seats: readonly (readonly [office: CommitteeOffice, one: One])[]])[] {
  const kinds: readonly CommitteeKind[] = ['union', 'audit', 'women'];
  return kinds.flatMap((kind) => {
    const seats = elected.flatMap((one) => {
      const seat = seatOf[one.office];
      return seat !== undefined && seat[0] === kind ? [[seat[1], one] as const] : [];
    });
    return seats.length === 0 ? [] : [[kind, seats] as const];
  });
}

/** A filing does not say who of the two other committees is at their head. */
const seatOf: Readonly<Record<string, readonly [CommitteeKind, CommitteeOffice]>> = {
  chair: ['union', 'chair'],
  committee: ['union', 'member'],
  organiser: ['union', 'organiser'],
  audit: ['audit', 'member'],
  women: ['women', 'member'],
};

interface Awaited {
  readonly id: string;
  readonly state: CommitteeElectionState;
  readonly kind: CommitteeKind;
  readonly committeeId: string | null;
  readonly unionId: string;
  readonly unionName: string;
  readonly unionActive: boolean;
  readonly toDay: string;
  readonly succeededAt: Date | null;
}

/**
 * Whom an election waits for: until it is decided the union above, and near the end of the term that came of it the union and the
 * one above it, until another committee is in office.
 */
export function awaitsOfElection(
  one: Awaited,
  whom: { readonly decider: Whom; readonly electing: Whom },
  now: Date,
): Await[] {
  const { id, state, kind, unionId, unionName, toDay } = one;
  if (!one.unionActive) return [];
  const told = { title: unionName, why: 'decidesHere' } as const;
  if (state === 'waiting')
    return [
      { ...whom.decider, ...told, kind: 'committeeElectionProposed', about: { committeeElectionId: id } },
    ];
  const isInOffice = state === 'approved' && one.committeeId === null && one.succeededAt === null;
  if (!isInOffice || !isEnding(toDay, now)) return [];
  const values = { committee: kind, lastDay: toDay };
  const ending = { about: { unionId }, values, dueAt: endOfShanghaiDay(toDay) } as const;
  return [{ ...whom.electing, ...told, ...ending, kind: 'committeeTermEnding' }];
}
