import type { ActivityTaskState } from '@gongxiang/contracts/sharing/activities/activity-task.contract';
import { DomainError, type Party, partyKey } from '@gongxiang/domain';

/** The life cycle of a task. A dropped one stays dropped: it is added or agreed again. */
const activityTaskTransitions: Readonly<Record<ActivityTaskState, readonly ActivityTaskState[]>> = {
  open: ['done', 'dropped'],
  done: ['open'],
  dropped: [],
};

/** @throws DomainError `ACTIVITY_TASK_NOT_OPEN` */
export function requireStep(from: ActivityTaskState, to: ActivityTaskState): void {
  if (!activityTaskTransitions[from].includes(to))
    throw new DomainError('ACTIVITY_TASK_NOT_OPEN', { params: { state: from } });
}

/** Agreed tasks change only by a new agreement. @throws DomainError `ACTIVITY_TASK_AGREED` */
export function requireBeside(task: { readonly agreementId: string | null }, pointer?: string): void {
  if (task.agreementId === null) return;
  throw new DomainError('ACTIVITY_TASK_AGREED', pointer === undefined ? {} : { pointer });
}

/** A task in an agreement version; its party is a key like `union:<id>`. */
export interface AgreedTask {
  readonly party: string;
  readonly title: string;
  readonly dueOn?: string | null;
}

interface LiveTask extends Party {
  readonly title: string;
  readonly state: ActivityTaskState;
}

interface Followed<Task> {
  readonly added: readonly AgreedTask[];
  /** Each task with its text in the new version. */
  readonly continued: readonly (readonly [Task, AgreedTask])[];
  readonly dropped: readonly Task[];
}

/**
 * Compares the tasks of a version that comes into force with those of the one before. Tasks equal in party and title
 * are the same, in any state; duplicates are matched one to one. A task that is gone is dropped, unless it was done
 * already.
 * @param live the agreed tasks so far, without dropped ones
 */
export function followVersion<Task extends LiveTask>(
  agreed: readonly AgreedTask[],
  live: readonly Task[],
): Followed<Task> {
  const left = [...live];
  const added: AgreedTask[] = [];
  const continued: [Task, AgreedTask][] = [];
  for (const task of agreed) {
    const index = left.findIndex((one) => partyKey(one) === task.party && one.title === task.title);
    const [same] = index < 0 ? [] : left.splice(index, 1);
    if (same === undefined) added.push(task);
    else continued.push([same, task]);
  }
  return { added, continued, dropped: left.filter(({ state }) => state === 'open') };
}

/** Whether the due day has passed. */
export function isOverdue(
  task: { readonly state: ActivityTaskState; readonly dueOn: string | null },
  today: string,
): boolean {
  return task.state === 'open' && task.dueOn !== null && task.dueOn < today;
}
