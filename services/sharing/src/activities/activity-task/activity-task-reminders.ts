import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { ActivityRepository } from '../activity/activity.repository.js';
import type { Notice } from '@gongxiang/messaging/events';
import { NoticeWriter } from '../../reference/notice/notice-writer.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { taskOfKey } from './activity-task.due.js';
import type { ActivityTaskRow } from './activity-task.entity.js';
import { ActivityTaskRepository } from './activity-task.repository.js';

/** Reminds hosts of tasks due the next day. */
@Injectable()
export class ActivityTaskReminders {
  constructor(
    private readonly activities: ActivityRepository,
    private readonly tasks: ActivityTaskRepository,
    private readonly references: ReferenceRepository,
    private readonly writer: NoticeWriter,
  ) {}

  /** Notifies the host's representatives. Finished tasks and cancelled activities cause no reminder. */
  async remind(tx: Transaction, key: string): Promise<void> {
    const { activityId, id } = taskOfKey(key);
    const activity = await this.activities.findById(tx, activityId);
    const row = await this.tasks.findById(tx, activityId, id);
    if (activity === null || activity.state === 'cancelled' || row?.state !== 'open') return;
    const speakers = (): Promise<string[]> => this.references.speakersOf(tx, [row.unionId]);
    const people = row.partyKind === 'person' ? [row.partyId] : await speakers();
    await this.writer.write(tx, [reminderOf(row, people)]);
  }
}

/** A task moved to another day is another cause. */
function reminderOf(row: ActivityTaskRow, personIds: readonly string[]): Notice {
  const { activityId, id, title, dueOn, partyName } = row;
  return {
    personIds,
    about: { activityId },
    kind: 'taskDue',
    why: 'hosts',
    cause: `task/${id}/${String(dueOn)}`,
    values: { taskTitle: title, partyName, ...(dueOn === null ? {} : { dueOn }) },
  };
}
