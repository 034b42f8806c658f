import { Injectable } from '@nestjs/common';
import { OnDue, schedule, syncAwaits } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { activityAwaitsDue } from '../activity/activity-awaits.due.js';
import { ActivityRepository } from '../activity/activity.repository.js';
import { ActivityTaskRepository } from '../activity-task/activity-task.repository.js';
import { endOfDay } from '../activity-task/task-days.js';
import { AgreementRepository } from '../agreement/agreement.repository.js';
import { AlbumRepository } from '../album/album.repository.js';
import { CoHostRepository } from '../co-host/co-host.repository.js';
import { QuestionRepository } from '../question/question.repository.js';
import { awaitsOfActivity, nextLook } from './activity-awaits.model.js';

/** Says whom an activity and its parts wait for: hosts, invited parties, those who sign, do tasks, or answer. */
@Injectable()
export class ActivityAwaits {
  constructor(
    private readonly activities: ActivityRepository,
    private readonly coHosts: CoHostRepository,
    private readonly agreements: AgreementRepository,
    private readonly tasks: ActivityTaskRepository,
    private readonly questions: QuestionRepository,
    private readonly pictures: AlbumRepository,
  ) {}

  /** Without a lock: whatever changes meanwhile schedules this again. */
  @OnDue(activityAwaitsDue)
  async sync(tx: Transaction, activityId: string): Promise<void> {
    const activity = await this.activities.findById(tx, activityId);
    if (activity === null) return;
    const agreements = await this.agreements.versions(tx, activityId);
    const found = awaitsOfActivity({
      activity,
      invitations: await this.coHosts.ofActivity(tx, activityId),
      agreements,
      signers: await this.agreements.awaited(tx, agreements),
      tasks: (await this.tasks.all(tx, activityId)).map((row) => ({
        ...row,
        dueAt: row.dueOn === null ? null : endOfDay(row.dueOn, activity.timeZone),
      })),
      questions: await this.questions.open(tx, activityId),
      pictures: await this.pictures.waiting(tx, activityId),
      acts: actions,
      now: tx.now,
    });
    for (const { subject, things } of found) await syncAwaits(tx, 'sharing', subject, things);
    const at = nextLook(activity, tx.now);
    if (at !== null) await schedule(tx, { kind: activityAwaitsDue, key: activityId, at });
  }
}
