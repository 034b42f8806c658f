import { Injectable } from '@nestjs/common';
import { OnDue, scheduleAll, syncAwaits } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ActivityRepository } from '../activity/activity.repository.js';
import { awaitsOfNoShow } from './no-show.model.js';
import { NoShowRepository } from './no-show.repository.js';

/** Due work: say whom a no-show waits for, as it stands then. Its key is the no-show. */
export const noShowAwaitsDue = 'no-show-awaits';

/** Whom these no-shows wait for may have changed. It is looked at after the commit. */
export function noShowAwaitsMayChange(tx: Transaction, noShowIds: readonly string[]): Promise<void> {
  return scheduleAll(
    tx,
    noShowIds.map((key) => ({ kind: noShowAwaitsDue, key, at: tx.now })),
  );
}

/** Says whom an appeal against a no-show waits for. */
@Injectable()
export class NoShowAwaits {
  constructor(
    private readonly noShows: NoShowRepository,
    private readonly activities: ActivityRepository,
  ) {}

  @OnDue(noShowAwaitsDue)
  async sync(tx: Transaction, noShowId: string): Promise<void> {
    const noShow = await this.noShows.findById(tx, noShowId);
    const activity = noShow && (await this.activities.findById(tx, noShow.activityId));
    if (noShow === null || activity === null) return;
    const awaits = awaitsOfNoShow(noShow, activity, actions.decideNoShow.roles);
    await syncAwaits(tx, 'sharing', 'noShow', [{ id: noShowId, awaits }]);
  }
}
