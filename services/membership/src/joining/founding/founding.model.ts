import type {
  CandidateOffice,
  FoundingCandidateDto,
  FoundingDecision,
  FoundingForm,
  FoundingState,
  FoundingStepKind,
} from '@gongxiang/contracts/membership/joining/founding.contract';
import { dayMs, DomainError } from '@gongxiang/domain';
import type { Await } from '@gongxiang/messaging/events';
import type { Whom } from '../../unions/awaits/whom.js';
import type { FoundingRow } from './founding.entity.js';

/** Working days in which a union decides, or confirms an election: a setting of the platform, and no law. */
export const foundingWorkingDays = 15;

/**
 * Days in which the contact completes what was returned, or an election is held: a setting of the platform, and no law. As an
 * enterprise has one filing at a time, one that nobody goes on with would stand in the way of all others.
 */
export const contactDays = 90;

/** With fewer members than this one organiser may stand in for a committee, or a joint union. */
export const committeeFrom = 25;

type Act = Exclude<FoundingStepKind, 'file'>;

/** What may happen in each state, and what comes of it. */
export const foundingTable: Readonly<Record<FoundingState, { readonly [act in Act]?: FoundingState }>> = {
  filed: {
    approve: 'electing',
    join: 'joined',
    return: 'returned',
    refuse: 'refused',
    withdraw: 'withdrawn',
    escalate: 'filed',
  },
  returned: { refile: 'filed', refuse: 'refused', withdraw: 'withdrawn', lapse: 'lapsed' },
  electing: { elect: 'elected', refuse: 'refused', withdraw: 'withdrawn', lapse: 'lapsed' },
  elected: {
    confirm: 'founded',
    return: 'electing',
    refuse: 'refused',
    withdraw: 'withdrawn',
    escalate: 'elected',
  },
  refused: { appeal: 'filed' },
  founded: {},
  joined: {},
  withdrawn: {},
  lapsed: {},
};

interface Filing {
  readonly state: FoundingState;
  readonly form: FoundingForm;
}

/** @throws DomainError `FOUNDING_ACT` */
export function stateAfter({ state, form }: Filing, act: Act): FoundingState {
  const next = foundingTable[state][act];
  if (next === undefined || !isOfForm(form, act)) throw new DomainError('FOUNDING_ACT');
  return next;
}

/** What the union that has the filing can decide now. */
export function decisionsOn({ state, form }: Filing): FoundingDecision[] {
  const decisions = ['approve', 'join', 'confirm', 'return', 'refuse'] as const;
  return decisions.filter((one) => foundingTable[state][one] !== undefined && isOfForm(form, one));
}

/** A joint union is there already: nothing is approved, and nobody elected. */
function isOfForm(form: FoundingForm, act: Act): boolean {
  if (act === 'join') return form === 'joint';
  return act !== 'approve' || form !== 'joint';
}

/** Whether the union has a deadline. */
export function isWaiting(state: FoundingState): boolean {
  return state === 'filed' || state === 'elected';
}

/** When a filing lapses that waits for its contact from now on; null if it waits for nobody, or for a union. */
export function lapseAfter(state: FoundingState, now: Date): Date | null {
  return state === 'returned' || state === 'electing' ? new Date(now.getTime() + contactDays * dayMs) : null;
}

/** Whom a filing waits for. @param decider of the union that has it */
export function awaitsOfFounding(
  filing: Pick<FoundingRow, 'id' | 'state' | 'unionId' | 'enterpriseName' | 'dueAt'>,
  decider: Whom,
): Await[] {
  const { id, state, unionId, enterpriseName, dueAt } = filing;
  if (!isWaiting(state)) return [];
  const kind = state === 'filed' ? 'foundingFiled' : 'foundingElected';
  const values = { at: dueAt?.toISOString() };
  const told = { about: { foundingId: id }, title: enterpriseName, values, dueAt } as const;
  // With another union it is something new for its officers.
  return [{ ...decider, ...told, kind, why: 'decidesHere', slot: unionId }];
}

/** Something more is to happen: an enterprise has one such filing at a time. */
export const openStates: readonly FoundingState[] = ['filed', 'returned', 'electing', 'elected'];

/** Whether nothing more happens, but for an appeal. */
export function hasEnded(state: FoundingState): boolean {
  return !openStates.includes(state);
}

interface Plan {
  readonly employees: number;
  readonly plannedMembers: number;
  readonly womenMembers: number;
  readonly form: FoundingForm;
  readonly candidates: readonly Pick<FoundingCandidateDto, 'office'>[];
}

/** @throws DomainError `FOUNDING_MEMBERS`, `FOUNDING_FORM`, `FOUNDING_CANDIDATES` */
export function requireFitting(plan: Plan): void {
  const { employees, plannedMembers, womenMembers, form, candidates } = plan;
  if (plannedMembers > employees) throw new DomainError('FOUNDING_MEMBERS', { pointer: '/plannedMembers' });
  if (womenMembers > plannedMembers) throw new DomainError('FOUNDING_MEMBERS', { pointer: '/womenMembers' });
  if (form !== 'committee' && plannedMembers >= committeeFrom)
    throw new DomainError('FOUNDING_FORM', { pointer: '/form', params: { below: committeeFrom } });
  const offices = candidates.map(({ office }) => office);
  const isComplete = requiredOffices(plan).every((office) => offices.includes(office));
  if (!isComplete || !offices.every((office) => officesOf[form].includes(office)))
    throw new DomainError('FOUNDING_CANDIDATES', { pointer: '/candidates' });
}

/** For which offices a form has candidates at all. */
const officesOf: Readonly<Record<FoundingForm, readonly CandidateOffice[]>> = {
  committee: ['chair', 'committee', 'audit', 'women'],
  organiser: ['organiser'],
  joint: [],
};

/** Which offices have to be filled. */
function requiredOffices({ form, womenMembers }: Pick<Plan, 'form' | 'womenMembers'>): CandidateOffice[] {
  if (form === 'joint') return [];
  if (form === 'organiser') return ['organiser'];
  return womenMembers > 0 ? ['chair', 'audit', 'women'] : ['chair', 'audit'];
}

export interface Election {
  readonly heldOn: string;
  readonly entitled: number;
  readonly present: number;
  /** Numbers of candidates, from 1. */
  readonly elected: readonly number[];
}

/**
 * @param today in China, `YYYY-MM-DD`
 * @returns the candidate who holds the first office
 * @throws DomainError `FOUNDING_HELD_ON`, `FOUNDING_PRESENT`, `FOUNDING_ELECTED`
 */
export function firstOf<Candidate extends Pick<FoundingCandidateDto, 'office'>>(
  { heldOn, entitled, present, elected }: Election,
  filing: Pick<Plan, 'form' | 'womenMembers'> & {
    readonly candidates: readonly Candidate[];
    readonly approvedOn: string | null;
  },
  today: string,
): Candidate {
  if (heldOn > today || filing.approvedOn === null || heldOn < filing.approvedOn)
    throw new DomainError('FOUNDING_HELD_ON', { pointer: '/heldOn' });
  if (present < 1 || present > entitled) throw new DomainError('FOUNDING_PRESENT', { pointer: '/present' });
  const chosen = [...new Set(elected)].flatMap((number) => filing.candidates[number - 1] ?? []);
  const firsts = chosen.filter(({ office }) => office === 'chair' || office === 'organiser');
  const isFilled = requiredOffices(filing).every((needed) => chosen.some(({ office }) => office === needed));
  const [first] = firsts;
  if (chosen.length !== elected.length || firsts.length !== 1 || !isFilled || first === undefined)
    throw new DomainError('FOUNDING_ELECTED', { pointer: '/elected' });
  return first;
}
