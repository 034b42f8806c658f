import type {
  AssignmentLine,
  AssignmentPartLine,
  AssignmentTotal,
  AssignmentView,
} from '@gongxiang/contracts/affairs/assignments/assignment.contract';
import type { FormQuestionDto } from '@gongxiang/contracts/words/form-question';
import type { AssignmentRecord, Progress } from './assignment.repository.js';
import type { PartRecord } from './assignment-part.repository.js';
import { daysLeftOf } from './assignment.model.js';

export function assignmentLine(record: AssignmentRecord, { done, late }: Progress): AssignmentLine {
  const { id, version, title, kind, state, unionId, unionName, dueOn, unions } = record;
  return { id, version, title, kind, state, unionId, unionName, dueOn, unions, done, late };
}

interface Figures extends Pick<AssignmentView, 'counts' | 'done' | 'late' | 'delaysAsked' | 'attachments'> {
  readonly totals: AssignmentTotal[];
}

export function assignmentView(record: AssignmentRecord, figures: Figures): AssignmentView {
  const { text, questions, scope, unionIds, branchIds, figures: offered } = record;
  const { givenAt, givenBy, givenByName, remindedOn, closeReason } = record;
  return {
    ...assignmentLine(record, figures),
    ...figures,
    text,
    questions,
    scope,
    unionIds,
    branchIds,
    figures: offered,
    givenAt: givenAt?.toISOString() ?? null,
    givenBy,
    givenByName,
    remindedOn,
    closeReason,
  };
}

export function partLine(record: PartRecord, now: Date): AssignmentPartLine {
  const { id, version, assignmentId, title, kind, giverName, unionId, unionName, state, dueOn } = record;
  const { delayState, delayUntil, delayReason, returnedAt, answers } = record;
  return {
    id,
    version,
    assignmentId,
    title,
    kind,
    giverName,
    unionId,
    unionName,
    state,
    dueOn,
    daysLeft: daysLeftOf(record, now),
    delayState,
    delayUntil,
    delayReason,
    returnedAt: returnedAt?.toISOString() ?? null,
    answers,
  };
}

/** The questions whose answers are added up. */
export function numberIds(questions: readonly FormQuestionDto[]): string[] {
  return questions.filter(({ kind }) => kind === 'number').map(({ id }) => id);
}
