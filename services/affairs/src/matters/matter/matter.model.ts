import type { MatterCourse } from '@gongxiang/contracts/affairs/affairs-events';
import type {
  MatterAct,
  MatterEvent,
  MatterState,
} from '@gongxiang/contracts/affairs/matters/matter.contract';
import type { TermDto } from '@gongxiang/contracts/affairs/matters/term';
import { dayMs, DomainError, endOfShanghaiDay, shanghaiDate } from '@gongxiang/domain';
import type { Await } from '@gongxiang/messaging/events';
import { deadlineAfter, moveDeadline, workingDaysUntil } from '../term.model.js';
import { isFollowUpDue, isToFollow, nothingToFollow } from './follow-up.model.js';
import type { MatterRow } from './matter.entity.js';

/** Matters of one person that are under way at a time. */
export const openMax = 20;
/** Times that one matter is brought before a union above: each is a tier of the tree. */
export const escalationsMax = 20;
/** Days after the decision within which a matter may be reopened; then it closes by itself. */
const reopenDays = 30;

/** Not over: somebody has to do something. */
export const openStates: readonly MatterState[] = ['sent', 'inWork', 'asked', 'held', 'proposed'];

/** In which states each act is possible. */
const statesOf: Readonly<Record<MatterAct, readonly MatterState[]>> = {
  take: ['sent'],
  assign: ['sent', 'inWork', 'asked', 'held'],
  forward: ['inWork', 'asked', 'held'],
  ask: ['inWork'],
  note: ['inWork', 'asked', 'held', 'proposed'],
  hold: ['inWork'],
  resume: ['asked', 'held'],
  classify: ['inWork', 'asked', 'held'],
  decide: ['inWork'],
  confirm: ['proposed'],
  return: ['proposed'],
  reply: ['sent', 'inWork', 'asked', 'held', 'proposed'],
  rate: ['decided'],
  reopen: ['decided', 'closed'],
  followUp: ['decided', 'closed'],
  withdraw: ['sent', 'inWork', 'asked', 'held', 'proposed'],
  addPaper: ['sent', 'inWork', 'asked', 'held', 'proposed'],
  addColleague: ['inWork', 'asked', 'held'],
  writeStep: ['inWork', 'asked', 'held'],
  declareHousehold: ['inWork', 'asked', 'held'],
  requestPayment: ['decided', 'closed'],
  // Also of a matter that is open again: what it rests on may have changed.
  stopPayments: ['inWork', 'decided', 'closed'],
};

/** What somebody is to a matter. */
export interface MatterRoles {
  /** Brought it. */
  readonly isPerson: boolean;
  /** Has it in hand. */
  readonly isHandler: boolean;
  /** Was asked by whoever has it in hand to work on it with them. */
  readonly isColleague: boolean;
  /** Holds an office at the very union that has it, or before which it was brought. */
  readonly isOffice: boolean;
  /** Is named for its service where only named people deal with it; then an office alone is none. */
  readonly isNamed: boolean;
  /** Gives matters of this union to its officers, or to those named for the service. */
  readonly isAssigner: boolean;
  /** May confirm a decision, and did not propose it. */
  readonly isSecond: boolean;
  /** Belongs to the household that it is about, or to that of a matter that goes by the same plan. */
  readonly isConcerned: boolean;
}

const whoActs: Readonly<Record<MatterAct, keyof MatterRoles | readonly (keyof MatterRoles)[]>> = {
  take: ['isOffice', 'isNamed'],
  assign: 'isAssigner',
  forward: 'isHandler',
  ask: 'isHandler',
  note: 'isHandler',
  hold: 'isHandler',
  resume: 'isHandler',
  classify: 'isHandler',
  decide: 'isHandler',
  confirm: 'isSecond',
  return: 'isSecond',
  reply: 'isPerson',
  rate: 'isPerson',
  reopen: 'isPerson',
  // Whoever decided it may be gone when the next one is due.
  followUp: ['isHandler', 'isOffice', 'isNamed', 'isAssigner'],
  withdraw: 'isPerson',
  addPaper: ['isPerson', 'isHandler'],
  addColleague: 'isHandler',
  writeStep: ['isHandler', 'isColleague'],
  declareHousehold: 'isHandler',
  requestPayment: 'isHandler',
  stopPayments: 'isHandler',
};

/**
 * Whether somebody may read a matter: whoever brought it, whoever has it in hand and their colleagues in it, and the second
 * person while a decision waits for them. Another officer of the same union may not, and neither may another person named for
 * the service, nor whoever the matter is about without having brought it: what a family says of each other is not for them.
 */
export function mayRead({ state }: Pick<MatterRow, 'state'>, roles: MatterRoles): boolean {
  if (roles.isPerson || roles.isConcerned) return roles.isPerson;
  return roles.isHandler || roles.isColleague || (state === 'proposed' && roles.isSecond);
}

/** Whether it is a new version of the plan of a household that waits for the second person, and no decision. */
export function isPlanProposed({ state, outcome }: Pick<MatterRow, 'state' | 'outcome'>): boolean {
  return state === 'proposed' && outcome === null;
}

/** Somebody has taken it: from now on it has to be decided by its day. */
export function inHandOf({ decideBy }: MatterRow, handlerId: string): Partial<MatterRow> {
  return { state: 'inWork', handlerId, dueAt: decideBy };
}

/** What somebody may do now. An officer who brings a matter of their own does not deal with it. */
export function actsOf(matter: Reopenable & Followed, roles: MatterRoles, now: Date): MatterAct[] {
  return (Object.keys(statesOf) as MatterAct[]).filter(
    (act) =>
      statesOf[act].includes(matter.state) &&
      isWhoActs(act, roles) &&
      (act !== 'reopen' || reopenUntil(matter, now) !== null) &&
      (act !== 'followUp' || isToFollow(matter)),
  );
}

/** Whether somebody is who does this act, whatever the state. A matter about themselves an officer has as its person, if at all. */
export function isWhoActs(act: MatterAct, roles: MatterRoles): boolean {
  const isAboutThem = roles.isPerson || roles.isConcerned;
  return [whoActs[act]].flat().some((role) => roles[role] && (role === 'isPerson' || !isAboutThem));
}

/** @throws DomainError `MATTER_STATE` if the act is not possible in this state */
export function requireState({ state }: Pick<MatterRow, 'state'>, act: MatterAct): void {
  if (!statesOf[act].includes(state)) throw new DomainError('MATTER_STATE');
}

/** What was said or done before, and when. */
export interface KeptEntry {
  readonly event: MatterEvent;
  readonly at: Date;
  readonly text: string | null;
  readonly actorId: string | null;
  readonly unionId: string | null;
}

type Reopenable = Pick<MatterRow, 'state' | 'decidedAt' | 'isReopened'>;
type Followed = Parameters<typeof isToFollow>[0];

/** Until when a matter can be reopened; null if it cannot. */
export function reopenUntil({ state, decidedAt, isReopened }: Reopenable, now: Date): Date | null {
  if (isReopened || decidedAt === null || !statesOf.reopen.includes(state)) return null;
  const until = closesAt(decidedAt);
  return until > now ? until : null;
}

/** When a decided matter closes by itself. */
export function closesAt(decidedAt: Date): Date {
  return new Date(decidedAt.getTime() + reopenDays * dayMs);
}

/** @throws DomainError `MATTER_REOPENED_ONCE`, `MATTER_REOPEN_LATE` */
export function requireReopenable(matter: Reopenable, now: Date): void {
  requireState(matter, 'reopen');
  if (matter.isReopened) throw new DomainError('MATTER_REOPENED_ONCE');
  if (reopenUntil(matter, now) === null)
    throw new DomainError('MATTER_REOPEN_LATE', { params: { days: reopenDays } });
}

/** The deadlines of a matter that is sent, or reopened, now. */
export function deadlinesFrom(
  now: Date,
  { acceptWithin, decideWithin }: { readonly acceptWithin: TermDto; readonly decideWithin: TermDto },
): Pick<MatterRow, 'acceptBy' | 'decideBy' | 'dueAt'> {
  const acceptBy = deadlineAfter(now, acceptWithin);
  const decideBy = deadlineAfter(now, decideWithin);
  return { acceptBy, decideBy, dueAt: acceptBy < decideBy ? acceptBy : decideBy };
}

/** The time stops. */
export function paused(now: Date): Pick<MatterRow, 'pausedOn'> {
  return { pausedOn: shanghaiDate(now) };
}

/** The time goes on: the deadline is later by the working days for which it stood still. */
export function resumed(
  { decideBy, pausedOn }: Pick<MatterRow, 'decideBy' | 'pausedOn'>,
  now: Date,
): Pick<MatterRow, 'state' | 'decideBy' | 'dueAt' | 'pausedOn' | 'heldUntil'> {
  const moved = pausedOn === null ? decideBy : moveDeadline(decideBy, pausedOn, now);
  return { state: 'inWork', decideBy: moved, dueAt: moved, pausedOn: null, heldUntil: null };
}

/** Nobody has it in hand any more: it waits to be taken, and a decision that was proposed is none. */
export function givenBack(matter: MatterRow, now: Date): Partial<MatterRow> {
  const running = matter.pausedOn === null ? {} : resumed(matter, now);
  const undone = { outcome: null, proposedBy: null, sealedReasons: null, ...nothingToFollow };
  return { ...running, ...undone, state: 'sent', handlerId: null };
}

type Timed = Pick<MatterRow, 'state' | 'dueAt' | 'pausedOn'>;

/** When a matter is due next, as far as its time runs. */
export function dueOf({ state, dueAt, pausedOn }: Timed): Date | null {
  return openStates.includes(state) && pausedOn === null ? dueAt : null;
}

/** What a line says of its time. */
export function timeOf(
  matter: Timed,
  now: Date,
): { dueAt: string | null; daysLeft: number | null; overdue: boolean } {
  const due = dueOf(matter);
  if (due === null) return { dueAt: null, daysLeft: null, overdue: false };
  return { dueAt: due.toISOString(), daysLeft: workingDaysUntil(now, due), overdue: due < now };
}

type Counted = Pick<
  MatterRow,
  | 'id'
  | 'version'
  | 'unionId'
  | 'state'
  | 'decideBy'
  | 'pausedOn'
  | 'decidedAt'
  | 'escalations'
  | 'isReopened'
  | 'stars'
  | 'endedAt'
>;

/** What is counted of a matter elsewhere. A rating is its end, and a reopened matter has neither. */
export function courseOf({
  id,
  version,
  unionId,
  escalations,
  isReopened,
  ...matter
}: Counted): MatterCourse {
  const { state, decideBy, pausedOn, decidedAt, stars, endedAt } = matter;
  const isTimed = state !== 'withdrawn' && pausedOn === null;
  return {
    id,
    version,
    unionId,
    decideBy: isTimed ? decideBy.toISOString() : null,
    decidedAt: decidedAt?.toISOString() ?? null,
    escalations,
    isReopened,
    stars,
    ratedAt: stars === null ? null : (endedAt?.toISOString() ?? null),
  };
}

type Awaited = Pick<
  MatterRow,
  | 'id'
  | 'state'
  | 'unionId'
  | 'escalatedTo'
  | 'personId'
  | 'handlerId'
  | 'colleagueIds'
  | 'proposedBy'
  | 'dueAt'
  | 'pausedOn'
  | 'decidedAt'
>;

/** Who deals with a matter and who never does, beside what its row says. */
export interface Dealing {
  /** Who alone deals with it; where there is nobody, it waits for an officer who names somebody. */
  readonly named: readonly string[];
  /** Officers whom it is about without having brought it: it waits for none of them. */
  readonly concerned: readonly string[];
}

const anybody: Dealing = { named: [], concerned: [] };

/**
 * Whom a matter waits for; of what it says there is nothing in it.
 * @param serviceName as people call it
 */
export function awaitsOfMatter(matter: Awaited, serviceName: string, dealing: Dealing = anybody): Await[] {
  const { id, state, escalatedTo, personId, handlerId, colleagueIds, decidedAt } = matter;
  const one = { about: { matterId: id }, title: serviceName, dueAt: dueOf(matter) };
  const whoDeals = whoDealsWith(matter, dealing);
  const toPerson = personId === null ? [] : [personId];
  const byState: Readonly<Record<MatterState, readonly Await[]>> = {
    sent: [{ ...one, ...whoDeals, kind: 'matterReceived' }],
    inWork:
      handlerId === null
        ? []
        : [{ ...one, personIds: [handlerId, ...colleagueIds], kind: 'matterInHand', why: 'handlesMatter' }],
    asked: [{ ...one, personIds: toPerson, kind: 'matterAsked', why: 'broughtMatter' }],
    held: [],
    proposed: [{ ...one, ...whoDeals, kind: 'matterProposed' }],
    decided: [
      {
        ...one,
        personIds: toPerson,
        kind: 'matterDecided',
        why: 'broughtMatter',
        dueAt: decidedAt && closesAt(decidedAt),
      },
    ],
    closed: [],
    withdrawn: [],
  };
  const isEscalated = escalatedTo !== null && dueOf(matter) !== null;
  const above: Await[] = isEscalated
    ? [
        {
          ...one,
          ...officersOf(matter, escalatedTo, dealing.concerned),
          kind: 'matterEscalated',
          why: 'dealsWithMatters',
          slot: escalatedTo,
        },
      ]
    : [];
  return [...byState[state].filter(({ personIds }) => personIds?.length !== 0), ...above];
}

/** Whom it waits for once the next one is due, until somebody says how it goes on: at the latest on the last day. */
export function awaitsOfFollowUp(
  matter: Awaited & Followed & Pick<MatterRow, 'holdsUntil'>,
  {
    serviceName,
    dealing,
    now,
  }: { readonly serviceName: string; readonly dealing: Dealing; readonly now: Date },
): Await[] {
  const { id, holdsUntil } = matter;
  if (holdsUntil === null || !isFollowUpDue(matter, now)) return [];
  return [
    {
      kind: 'matterFollowUp',
      about: { matterId: id },
      title: serviceName,
      // Whoever proposed what was decided may see to the next one.
      ...whoDealsWith({ ...matter, proposedBy: null }, dealing),
      values: { at: holdsUntil },
      dueAt: endOfShanghaiDay(holdsUntil),
    },
  ];
}

/** Those named, and where there is nobody but whoever brought it or proposed its decision an office. */
function whoDealsWith(
  matter: Dealt,
  { named, concerned }: Dealing,
): Pick<Await, 'why' | 'personIds' | 'offices'> {
  const personIds = named.filter((one) => !exceptOf(matter, concerned).includes(one));
  return personIds.length > 0
    ? { personIds, why: 'namedForService' }
    : { ...officersOf(matter, matter.unionId, concerned), why: 'dealsWithMatters' };
}

type Dealt = Pick<Awaited, 'unionId' | 'personId' | 'proposedBy'>;

function officersOf(matter: Dealt, unionId: string, concerned: readonly string[]): Pick<Await, 'offices'> {
  const exceptIds = exceptOf(matter, concerned);
  return { offices: { roles: ['officer'], unionIds: [unionId], isNearest: true, exceptIds } };
}

function exceptOf({ personId, proposedBy }: Dealt, concerned: readonly string[]): string[] {
  return [...new Set([personId, proposedBy, ...concerned])].filter((other) => other !== null);
}
