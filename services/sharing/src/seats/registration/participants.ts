import { Injectable } from '@nestjs/common';
import { Push, schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { participantsDue } from '../../activities/activity/activity-hints.js';
import { ActivityRepository } from '../../activities/activity/activity.repository.js';
import { RegistrationRepository } from './registration.repository.js';

/** People hinted at per step. */
const hintedPerStep = 1_000;

/** Hints at a changed activity to everybody who is registered or waitlisted. */
@Injectable()
export class Participants {
  constructor(
    private readonly activities: ActivityRepository,
    private readonly registrations: RegistrationRepository,
    private readonly push: Push,
  ) {}

  /**
   * One step; it schedules the next if more people may follow. A change in the meantime starts again with the first.
   */
  async hint(tx: Transaction, activityId: string, after: string | null): Promise<void> {
    const activity = await this.activities.findById(tx, activityId);
    if (activity === null) return;
    const personIds = await this.registrations.participantsOf(tx, activityId, after, hintedPerStep);
    const { id, version } = activity;
    this.push.hint(tx, personIds, { resource: 'activity', id, version });
    if (personIds.length < hintedPerStep) return;
    const payload = { after: personIds.at(-1) };
    await schedule(tx, { kind: participantsDue, key: activityId, at: tx.now, payload });
  }
}
