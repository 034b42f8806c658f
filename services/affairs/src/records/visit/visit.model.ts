import type {
  VisitAct,
  VisitContent,
  VisitReason,
  VisitState,
} from '@gongxiang/contracts/affairs/records/visit.contract';
import { daysAfter, DomainError, type FieldProblem, shanghaiMorning } from '@gongxiang/domain';
import type { Await } from '@gongxiang/messaging/events';
import type { VisitRow } from './visit.entity.js';

/** Days back for which a visit may be entered. */
const daysBack = 366;

/** For which the union comes of itself, and to whoever does not want that it does not. */
const unasked: readonly VisitReason[] = ['retirement', 'festival'];

/** What somebody is to a visit. */
export interface VisitRoles {
  /** Was visited. */
  readonly isPerson: boolean;
  readonly isVisitor: boolean;
  /** An officer of the very union that has visited. */
  readonly isOfficer: boolean;
}

const statesOf: Readonly<Record<VisitAct, readonly VisitState[]>> = {
  change: ['promised', 'done'],
  followUp: ['promised'],
  withdraw: ['promised', 'done'],
};

/** Officers above are nobody to it: what is seen in a home is for those who went, and for whoever answers for them. */
export function maySeeVisit({ isPerson, isVisitor, isOfficer }: VisitRoles): boolean {
  return isPerson || isVisitor || isOfficer;
}

/** Nobody decides on a visit to themselves. */
export function isWhoActs(act: VisitAct, { isPerson, isVisitor, isOfficer }: VisitRoles): boolean {
  if (isPerson) return false;
  return act === 'followUp' ? isOfficer || isVisitor : isOfficer;
}

export function visitActsOf(state: VisitState, roles: VisitRoles): VisitAct[] {
  return (Object.keys(statesOf) as VisitAct[]).filter(
    (act) => isWhoActs(act, roles) && statesOf[act].includes(state),
  );
}

/** @throws DomainError `VISIT_STATE` if the act is not possible now */
export function requirePossible(act: VisitAct, state: VisitState): void {
  if (!statesOf[act].includes(state)) throw new DomainError('VISIT_STATE');
}

/** @param isAllowed the person has not said that they do not want to be visited for days of their record */
export function isWanted(reason: VisitReason, isAllowed: boolean): boolean {
  return isAllowed || !unasked.includes(reason);
}

/** What is wrong with what is said of a visit. @param today the day on which it was entered, however late it is corrected */
export function visitProblems(content: VisitContent, personId: string, today: string): FieldProblem[] {
  const { visitedOn, visitorIds, amount, matterNumber, promised, followUpOn } = content;
  const problem = (isWrong: boolean, code: string, pointer: string): FieldProblem[] =>
    isWrong ? [{ code, pointer }] : [];
  return [
    ...problem(visitedOn > today || visitedOn < daysAfter(today, -daysBack), 'VISIT_DAY', '/visitedOn'),
    ...problem(visitorIds.includes(personId), 'VISIT_OWN', '/visitorIds'),
    ...problem(amount != null && !matterNumber, 'VISIT_MATTER_MISSING', '/matterNumber'),
    ...problem(amount != null && BigInt(amount.amount) <= 0n, 'VISIT_AMOUNT', '/amount'),
    ...problem(!!promised && followUpOn == null, 'VISIT_PROMISE_HALF', '/followUpOn'),
    ...problem(!promised && followUpOn != null, 'VISIT_PROMISE_HALF', '/promised'),
    ...problem(followUpOn != null && followUpOn < visitedOn, 'VISIT_FOLLOW_UP_DAY', '/followUpOn'),
  ];
}

/** What was seen to stays so, however its words are corrected. */
export function stateOf({
  followUpOn,
  followedUpAt,
}: Pick<VisitRow, 'followUpOn' | 'followedUpAt'>): 'promised' | 'done' {
  return followUpOn === null || followedUpAt !== null ? 'done' : 'promised';
}

/** What was promised waits for those who went, and for their union, which answers for it. Neither whom nor why is said. */
export function awaitsOfVisit({
  id,
  state,
  personId,
  unionId,
  visitorIds,
  followUpOn,
}: Pick<VisitRow, 'id' | 'state' | 'personId' | 'unionId' | 'visitorIds' | 'followUpOn'>): Await[] {
  if (state !== 'promised' || followUpOn === null) return [];
  return [
    {
      kind: 'visitFollowUp',
      why: 'visitsMembers',
      about: { visitId: id },
      dueAt: shanghaiMorning(followUpOn),
      personIds: visitorIds,
      offices: { roles: ['officer'], unionIds: [unionId], isNearest: true, exceptIds: [personId] },
    },
  ];
}
