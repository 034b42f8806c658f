import type { ActivityTaskState } from '@gongxiang/contracts/sharing/activities/activity-task.contract';
import { DomainError, type Party, partyKey } from '@gongxiang/domain';

/** The whole life of a task. What was given up stays so: it is added or agreed anew. */
export const activityTaskTransitions: Readonly<Record<ActivityTaskState, readonly ActivityTaskState[]>> = {
  open: ['done', 'dropped'],
  done: ['open'],
  dropped: [],
};

/** @throws DomainError `ACTIVITY_TASK_NOT_OPEN` */
export function requireStep(from: ActivityTaskState, to: ActivityTaskState): void {
  if (!activityTaskTransitions[from].includes(to))
    throw new DomainError('ACTIVITY_TASK_NOT_OPEN', { params: { state: from } });
}

/** What is agreed is changed by those who agreed on it. @throws DomainError `ACTIVITY_TASK_AGREED` */
export function requireBeside(task: { readonly agreementId: string | null }, pointer?: string): void {
  if (task.agreementId === null) return;
  throw new DomainError('ACTIVITY_TASK_AGREED', pointer === undefined ? {} : { pointer });
}

/** A task as a version of the agreement names it; its party is a key like `union:<id>`. */
export interface AgreedTask {
  readonly party: string;
  readonly title: string;
  readonly dueOn?: string | null;
}

interface LiveTask extends Party {
  readonly title: string;
  readonly state: ActivityTaskState;
}

export interface Followed<Task> {
  readonly added: readonly AgreedTask[];
  /** Each with what the version says of it now. */
  readonly kept: readonly (readonly [Task, AgreedTask])[];
  readonly dropped: readonly Task[];
}

/**
 * What a version that comes into force makes of the tasks of the one before. Equal in party and title is the same task,
 * in whatever state it is; of several that are equal each goes with one. What is gone ends, unless it was done already.
 * @param live the agreed tasks so far, without those that were dropped
 */
export function followVersion<Task extends LiveTask>(
  agreed: readonly AgreedTask[],
  live: readonly Task[],
): Followed<Task> {
  const left = [...live];
  const added: AgreedTask[] = [];
  const kept: [Task, AgreedTask][] = [];
  for (const task of agreed) {
    const index = left.findIndex((one) => partyKey(one) === task.party && one.title === task.title);
    const [same] = index < 0 ? [] : left.splice(index, 1);
    if (same === undefined) added.push(task);
    else kept.push([same, task]);
  }
  return { added, kept, dropped: left.filter(({ state }) => state === 'open') };
}

/** Is the day over on which it was to be done? */
export function isOverdue(
  task: { readonly state: ActivityTaskState; readonly dueOn: string | null },
  today: string,
): boolean {
  return task.state === 'open' && task.dueOn !== null && task.dueOn < today;
}
