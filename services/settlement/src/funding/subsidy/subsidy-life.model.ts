import { DomainError } from '@gongxiang/domain';

type ProgrammeState = 'draft' | 'open' | 'deciding' | 'notice' | 'closed' | 'cancelled';
type ProgrammeVerb =
  'change' | 'open' | 'apply' | 'stop' | 'decide' | 'publish' | 'revise' | 'finish' | 'reopen' | 'cancel';
export type ApplicationState =
  'draft' | 'submitted' | 'proposed' | 'rejected' | 'granted' | 'refused' | 'withdrawn' | 'lapsed';
type ApplicationVerb =
  ('change' | 'submit' | 'award' | 'refuse' | 'grant' | 'turnDown') | ('withdraw' | 'decline' | 'lapse');
type SubsidyLifeState = 'offered' | 'accepted' | 'active' | 'reported' | 'accounted' | 'closed' | 'declined';
type SubsidyVerb =
  | ('accept' | 'await' | 'decline' | 'send' | 'receive' | 'draw' | 'report')
  | ('returnReport' | 'account' | 'clawBack');

type Table<State extends string, Verb extends string> = Readonly<
  Record<Verb, { readonly from: readonly State[]; readonly to: State | 'same' }>
>;

/** The state machine of a programme. `finish` follows the notice, or the approval if there is no notice. */
export const programmeLife: Table<ProgrammeState, ProgrammeVerb> = {
  change: { from: ['draft'], to: 'same' },
  open: { from: ['draft'], to: 'open' },
  apply: { from: ['open'], to: 'same' },
  stop: { from: ['open'], to: 'deciding' },
  decide: { from: ['deciding'], to: 'same' },
  publish: { from: ['deciding'], to: 'notice' },
  revise: { from: ['notice'], to: 'deciding' },
  finish: { from: ['deciding', 'notice'], to: 'closed' },
  reopen: { from: ['closed'], to: 'open' },
  cancel: { from: ['draft', 'open', 'deciding', 'notice'], to: 'cancelled' },
};

/** The state machine of an application. A decision may be changed until the awards are approved. */
export const applicationLife: Table<ApplicationState, ApplicationVerb> = {
  change: { from: ['draft', 'submitted'], to: 'same' },
  submit: { from: ['draft'], to: 'submitted' },
  award: { from: ['submitted', 'proposed', 'rejected'], to: 'proposed' },
  refuse: { from: ['submitted', 'proposed', 'rejected'], to: 'rejected' },
  grant: { from: ['proposed'], to: 'granted' },
  turnDown: { from: ['rejected'], to: 'refused' },
  withdraw: { from: ['draft', 'submitted', 'proposed', 'rejected'], to: 'withdrawn' },
  decline: { from: ['granted'], to: 'withdrawn' },
  lapse: { from: ['draft', 'submitted', 'proposed', 'rejected'], to: 'lapsed' },
};

/**
 * The state machine of a subsidy. `accept` makes it usable at once; `await` waits for its transfer. A pool, including
 * the correction of a reversed pool, may draw on the rest until that was returned.
 */
export const subsidyLife: Table<SubsidyLifeState, SubsidyVerb> = {
  accept: { from: ['offered'], to: 'active' },
  await: { from: ['offered'], to: 'accepted' },
  decline: { from: ['offered'], to: 'declined' },
  send: { from: ['accepted'], to: 'same' },
  receive: { from: ['accepted'], to: 'active' },
  draw: { from: ['active', 'reported', 'accounted'], to: 'same' },
  report: { from: ['active'], to: 'reported' },
  returnReport: { from: ['reported'], to: 'active' },
  account: { from: ['reported'], to: 'accounted' },
  clawBack: { from: ['active', 'accounted'], to: 'accounted' },
};

/**
 * @throws DomainError 409 `SUBSIDY_NOT_OPEN` if the programme does not accept applications, else `ILLEGAL_TRANSITION`
 */
export function nextProgrammeState(state: ProgrammeState, verb: ProgrammeVerb): ProgrammeState {
  return next(programmeLife, state, verb) ?? fail(verb === 'apply' ? 'SUBSIDY_NOT_OPEN' : undefined);
}

/** @throws DomainError 409 `ILLEGAL_TRANSITION` */
export function nextApplicationState(state: ApplicationState, verb: ApplicationVerb): ApplicationState {
  return next(applicationLife, state, verb) ?? fail();
}

/** @throws DomainError 409 `ILLEGAL_TRANSITION` */
export function nextSubsidyState(state: SubsidyLifeState, verb: SubsidyVerb): SubsidyLifeState {
  return next(subsidyLife, state, verb) ?? fail();
}

/** An accounted subsidy closes once nothing is left, and opens again if a reversed pool returns something. */
export function settledState(state: SubsidyLifeState, leftFen: bigint): SubsidyLifeState {
  if (state === 'accounted' && leftFen === 0n) return 'closed';
  return state === 'closed' && leftFen > 0n ? 'accounted' : state;
}

function next<State extends string, Verb extends string>(
  life: Table<State, Verb>,
  state: State,
  verb: Verb,
): State | null {
  const { from, to } = life[verb];
  if (!from.includes(state)) return null;
  return to === 'same' ? state : to;
}

function fail(code = 'ILLEGAL_TRANSITION'): never {
  throw new DomainError(code);
}
