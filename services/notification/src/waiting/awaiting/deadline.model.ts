import type { DeadlineWord } from '@gongxiang/contracts/notification/kinds/notice-rule';
import { dayMs, hourMs } from '@gongxiang/domain';
import type { AwaitingRow } from './awaiting.entity.js';

/** What waits shorter than this is not worth a reminder before it is due. */
const remindedFromMs = 6 * hourMs;
/** What ends by itself when it is due has ended by then. */
const graceMs = hourMs;

/** Of a deadline: what there is to say, and when. */
export interface Reminder {
  readonly word: DeadlineWord;
  readonly at: Date;
}

/**
 * The reminders of something that waits, in order: before it is due, by a quarter of the time that there is and at most
 * by a day; and an hour after it was due. Nothing where it has no time.
 */
export function remindersOf({ since, dueAt }: Pick<AwaitingRow, 'since' | 'dueAt'>): Reminder[] {
  if (dueAt === null) return [];
  const passed: Reminder = { word: 'passed', at: new Date(dueAt.getTime() + graceMs) };
  const timeMs = dueAt.getTime() - since.getTime();
  if (timeMs < remindedFromMs) return [passed];
  return [{ word: 'near', at: new Date(dueAt.getTime() - Math.min(dayMs, timeMs / 4)) }, passed];
}
