import type {
  WorksCallAct,
  WorksCallDefinition,
  WorksCallState,
} from '@gongxiang/contracts/affairs/works/works-call.contract';
import { basisPoints, DomainError, type FieldProblem } from '@gongxiang/domain';
import type { WorksCallRow } from './works-call.entity.js';

/** In which states each act is possible. */
const statesOf: Readonly<Record<WorksCallAct, readonly WorksCallState[]>> = {
  change: ['draft'],
  publish: ['draft'],
  // Once judging has begun nobody comes to the jury or leaves it: it would change what is judged already.
  nameJurors: ['draft', 'open'],
  cancel: ['draft', 'open', 'judging', 'closing'],
  seeWorks: ['open', 'judging', 'closing', 'awarded'],
  seeResult: ['closing', 'awarded'],
  close: ['closing'],
  send: ['open'],
  // A juror who is late does not leave a work without a score.
  judge: ['judging', 'closing'],
  vote: ['judging'],
};

/** What somebody is to a call. */
export interface WorksCallRoles {
  /** An officer of its union or above, who is not on the jury: jurors judge blind, whatever their office. */
  readonly isOfficer: boolean;
  readonly isJuror: boolean;
  /** It is for the union to which they belong. */
  readonly isAddressed: boolean;
}

/** Somebody who is not signed in: they look, and can do nothing. */
export const onlooker: WorksCallRoles = { isOfficer: false, isJuror: false, isAddressed: false };

/** Whether whoever is not signed in may see it. */
export function isShownToAnybody({ audience, state }: Pick<WorksCallRow, 'audience' | 'state'>): boolean {
  return audience === 'public' && state !== 'draft' && state !== 'cancelled';
}

type Moments = Pick<WorksCallRow, 'state' | 'submitFrom' | 'submitUntil' | 'judgeFrom' | 'judgeUntil'>;

/** @throws DomainError `WORKS_CALL_STATE` if the act is not possible now */
export function requirePossible(act: WorksCallAct, state: WorksCallState): void {
  if (!statesOf[act].includes(state)) throw new DomainError('WORKS_CALL_STATE');
}

/** Whether works are taken now. */
export function takesWorks({ state, submitFrom, submitUntil }: Moments, now: Date): boolean {
  return state === 'open' && submitFrom <= now && now < submitUntil;
}

/** Whether votes are taken now. */
export function takesVotes(call: Moments & Pick<WorksCallRow, 'votesPerPerson'>, now: Date): boolean {
  return call.votesPerPerson > 0 && stateAt(call, now) === 'judging';
}

/** The state to which time alone leads. */
export function stateAt({ state, judgeFrom, judgeUntil }: Moments, now: Date): WorksCallState {
  if (state !== 'open' && state !== 'judging') return state;
  if (now >= judgeUntil) return 'closing';
  return now >= judgeFrom ? 'judging' : state;
}

/** When it changes by itself next; null if it does not. */
export function nextMoment({ state, judgeFrom, judgeUntil }: Moments): Date | null {
  if (state === 'open') return judgeFrom;
  return state === 'judging' ? judgeUntil : null;
}

type Acting = Moments & Pick<WorksCallRow, 'votesPerPerson' | 'criteria'>;

export function worksCallActsOf(call: Acting, roles: WorksCallRoles, now: Date): WorksCallAct[] {
  return (Object.keys(statesOf) as WorksCallAct[]).filter(
    (act) => statesOf[act].includes(call.state) && isWhoActs(act, call, { roles, now }),
  );
}

function isWhoActs(
  act: WorksCallAct,
  call: Acting,
  { roles: { isOfficer, isJuror, isAddressed }, now }: { readonly roles: WorksCallRoles; readonly now: Date },
): boolean {
  const who: Partial<Record<WorksCallAct, () => boolean>> = {
    send: () => isAddressed && !isJuror && takesWorks(call, now),
    vote: () => isAddressed && takesVotes(call, now),
    judge: () => isJuror,
    seeResult: () => isOfficer || call.state === 'awarded',
    seeWorks: () => isOfficer || call.state !== 'open',
  };
  return who[act]?.() ?? isOfficer;
}

/** What is wrong with what is said. */
export function worksCallProblems(definition: WorksCallDefinition): FieldProblem[] {
  const { submitFrom, submitUntil, judgeFrom, judgeUntil, criteria } = definition;
  const late = (pointer: string): FieldProblem => ({ pointer, code: 'WORKS_CALL_TIMES' });
  const at = (text: string): number => new Date(text).getTime();
  const weights = criteria.reduce((sum, { weight }) => sum + weight, 0);
  return [
    ...(at(submitUntil) <= at(submitFrom) ? [late('/submitUntil')] : []),
    ...(at(judgeFrom) < at(submitUntil) ? [late('/judgeFrom')] : []),
    ...(at(judgeUntil) <= at(judgeFrom) ? [late('/judgeUntil')] : []),
    ...(criteria.length > 0 && weights !== basisPoints
      ? [{ pointer: '/criteria', code: 'WORKS_CALL_WEIGHTS' }]
      : []),
    ...(isShareRight(definition) ? [] : [{ pointer: '/voteShare', code: 'WORKS_CALL_VOTE_SHARE' }]),
  ];
}

/** All of it without a jury, nothing without votes, a share where there are both; one of the two there has to be. */
function isShareRight({ criteria, votesPerPerson, voteShare }: WorksCallDefinition): boolean {
  if (criteria.length === 0) return votesPerPerson > 0 && voteShare === basisPoints;
  return votesPerPerson > 0 ? voteShare < basisPoints : voteShare === 0;
}
