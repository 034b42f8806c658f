import type { AssignmentPartCourse } from '@gongxiang/contracts/affairs/affairs-events';
import type {
  AssignmentContent,
  AssignmentPartAct,
  AssignmentPartState,
  AssignmentState,
} from '@gongxiang/contracts/affairs/assignments/assignment.contract';
import { DomainError, endOfShanghaiDay, type FieldProblem, shanghaiDate } from '@gongxiang/domain';
import { checkQuestions } from '@gongxiang/domain/forms';
import type { Await } from '@gongxiang/messaging/events';
import { workingDaysUntil } from '../../matters/term.model.js';
import type { AssignmentPartRow, AssignmentRow } from './assignment.entity.js';

/** Unions to which one assignment goes: a federation of a province has fewer that it speaks to at once. */
export const unionsMax = 10_000;

/** In which states of a part something can be done; all of them only while its assignment is given. */
const statesOf: Readonly<Record<AssignmentPartAct, readonly AssignmentPartState[]>> = {
  receive: ['waiting'],
  save: ['waiting', 'read', 'begun', 'sentBack'],
  return: ['waiting', 'read', 'begun', 'sentBack', 'returned'],
  askDelay: ['waiting', 'read', 'begun', 'sentBack'],
  accept: ['returned'],
  sendBack: ['returned'],
  decideDelay: ['waiting', 'read', 'begun', 'sentBack'],
};

/** Acts of the union that gave it; the others are of the union whose part it is. */
const ofGiver: readonly AssignmentPartAct[] = ['accept', 'sendBack', 'decideDelay'];
/** Acts that a notice has not: it asks for a receipt alone. */
const ofTask: readonly AssignmentPartAct[] = [
  'save',
  'return',
  'askDelay',
  'accept',
  'sendBack',
  'decideDelay',
];

/** What somebody is to a part. */
export interface PartRoles {
  /** An officer of the union that gave it, or above. */
  readonly isGiver: boolean;
  /** An officer of the very union whose part it is. */
  readonly isReceiver: boolean;
}

type Assigned = Pick<AssignmentRow, 'state' | 'kind'>;
type Part = Pick<AssignmentPartRow, 'state' | 'delayState'>;

export function isWhoActs(act: AssignmentPartAct, { isGiver, isReceiver }: PartRoles): boolean {
  return ofGiver.includes(act) ? isGiver : isReceiver;
}

/** Whether an act is possible as both stand. */
export function isPossible(act: AssignmentPartAct, assignment: Assigned, part: Part): boolean {
  return (
    assignment.state === 'given' &&
    (assignment.kind === 'task' || !ofTask.includes(act)) &&
    statesOf[act].includes(part.state) &&
    (act !== 'decideDelay' || part.delayState === 'asked') &&
    (act !== 'askDelay' || part.delayState !== 'asked')
  );
}

export function partActsOf(assignment: Assigned, part: Part, roles: PartRoles): AssignmentPartAct[] {
  return (Object.keys(statesOf) as AssignmentPartAct[]).filter(
    (act) => isWhoActs(act, roles) && isPossible(act, assignment, part),
  );
}

/** @throws DomainError `ASSIGNMENT_STATE` if the act is not possible now */
export function requirePossible(act: AssignmentPartAct, assignment: Assigned, part: Part): void {
  if (!isPossible(act, assignment, part)) throw new DomainError('ASSIGNMENT_STATE');
}

/** @throws DomainError `ASSIGNMENT_STATE` */
export function nextAssignmentState(
  state: AssignmentState,
  act: 'change' | 'give' | 'close',
): AssignmentState {
  if (act === 'close') {
    if (state === 'closed') throw new DomainError('ASSIGNMENT_STATE');
    return 'closed';
  }
  if (state !== 'draft') throw new DomainError('ASSIGNMENT_STATE');
  return act === 'give' ? 'given' : 'draft';
}

/** Whether a union owes nothing: a notice that was read, what was returned, and all of what is closed. */
export function isSettled({ state, kind }: Assigned, partState: AssignmentPartState): boolean {
  if (state === 'closed') return true;
  return partState === 'returned' || partState === 'accepted' || (kind === 'notice' && partState === 'read');
}

/**
 * What is counted of parts elsewhere. In time is what was returned in time and accepted. While the union that gave it looks at it,
 * it is not counted: how long that takes is not the fault of whoever returned it. A notice asks for nothing that could be accepted, so none of it is.
 */
export function coursesOf(
  { state, kind }: Assigned,
  parts: readonly Pick<AssignmentPartRow, 'id' | 'version' | 'unionId' | 'state' | 'dueOn' | 'returnedAt'>[],
): AssignmentPartCourse[] {
  if (kind === 'notice') return [];
  return parts.map(({ id, version, unionId, dueOn, returnedAt, ...part }) => {
    const isAccepted = part.state === 'accepted';
    const isOwed = state === 'given' && part.state !== 'returned';
    return {
      id,
      version,
      unionId,
      dueOn: isOwed || isAccepted ? dueOn : null,
      returnedOn: isAccepted && returnedAt !== null ? shanghaiDate(returnedAt) : null,
    };
  });
}

/** What is wrong with what an officer says. */
export function contentProblems(content: AssignmentContent, today: string): FieldProblem[] {
  const { kind, questions, dueOn, scope, unionIds } = content;
  const chosen = unionIds.length + (content.branchIds?.length ?? 0);
  const asks = questions.length > 0;
  return [
    ...checkQuestions(questions, []),
    ...(kind === 'task' && !asks ? [{ pointer: '/questions', code: 'ASSIGNMENT_FORM_MISSING' }] : []),
    ...(kind === 'notice' && asks ? [{ pointer: '/questions', code: 'ASSIGNMENT_NOTICE_ASKS' }] : []),
    ...(dueOn < today ? [{ pointer: '/dueOn', code: 'ASSIGNMENT_DUE_PAST' }] : []),
    ...figureProblems(content),
    ...(scope === 'chosen' && chosen === 0
      ? [{ pointer: '/unionIds', code: 'ASSIGNMENT_UNIONS_MISSING' }]
      : []),
  ];
}

/** A number is offered for a question that asks for one, and one for each. */
function figureProblems({ questions, figures }: AssignmentContent): FieldProblem[] {
  const numbers = questions.filter(({ kind }) => kind === 'number').map(({ id }) => id);
  const asked = (figures ?? []).map(({ questionId }) => questionId);
  return asked.flatMap((id, index) =>
    numbers.includes(id) && asked.indexOf(id) === index
      ? []
      : [{ pointer: `/figures/${index}/questionId`, code: 'ASSIGNMENT_FIGURE_NO_NUMBER' }],
  );
}

/** Working days left; null where nothing is owed. */
export function daysLeftOf(part: Pick<AssignmentPartRow, 'isSettled' | 'dueOn'>, now: Date): number | null {
  return part.isSettled ? null : workingDaysUntil(now, endOfShanghaiDay(part.dueOn));
}

/** Whom a part waits for: the officers of its union, until nothing is owed. */
export function awaitsOfPart(
  assignment: Pick<AssignmentRow, 'title'>,
  part: Pick<AssignmentPartRow, 'id' | 'state' | 'unionId' | 'isSettled' | 'dueOn'>,
): Await[] {
  if (part.isSettled) return [];
  return [
    {
      kind: part.state === 'sentBack' ? 'assignmentSentBack' : 'assignmentGiven',
      why: 'owesAssignment',
      about: { partId: part.id },
      title: assignment.title,
      dueAt: endOfShanghaiDay(part.dueOn),
      offices: { roles: ['officer'], unionIds: [part.unionId], isNearest: false },
    },
  ];
}

/** What waits for the officers of the union that gave an assignment. */
export function awaitsOfAssignment(
  { id, title, unionId, state }: Pick<AssignmentRow, 'id' | 'title' | 'unionId' | 'state'>,
  { returned, delaysAsked }: { readonly returned: boolean; readonly delaysAsked: boolean },
): Await[] {
  if (state !== 'given') return [];
  const one = {
    why: 'gaveAssignment' as const,
    about: { assignmentId: id },
    title,
    offices: { roles: ['officer'] as const, unionIds: [unionId], isNearest: true },
  };
  return [
    ...(returned ? [{ ...one, kind: 'assignmentReturned' as const }] : []),
    ...(delaysAsked ? [{ ...one, kind: 'assignmentDelayAsked' as const }] : []),
  ];
}
