import { Injectable } from '@nestjs/common';
import { OnDue } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { ActivityRepository } from '../activity/activity.repository.js';
import { noShowAwaitsMayChange } from './no-show-awaits.js';
import { NoShowRepository } from './no-show.repository.js';

/** Due work: an activity has closed, or its attendance was corrected; record the no-shows. */
export const noShowsDue = 'no-shows';

@Injectable()
export class NoShowWork {
  constructor(
    private readonly activities: ActivityRepository,
    private readonly noShows: NoShowRepository,
  ) {}

  /** After the close nobody can give back a seat; only a correction changes attendance, which runs this again. */
  @OnDue(noShowsDue)
  async activityClosed(tx: Transaction, activityId: string): Promise<void> {
    const activity = await this.activities.findById(tx, activityId);
    // Where the attendance was corrected, an appeal may be settled by it.
    await noShowAwaitsMayChange(tx, await this.noShows.appealedAt(tx, activityId));
    // Without any check-in there was no door, and everybody would be absent.
    if (activity?.state !== 'closed' || activity.factCount === 0) return;
    const personIds = await this.noShows.absent(tx, activityId);
    if (personIds.length > 0) await this.noShows.record(tx, activity, personIds);
  }
}
