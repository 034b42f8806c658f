import { Injectable } from '@nestjs/common';
import { OnDue } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { cancelledDue } from '../../activities/activity/activity-changes.js';
import { CancellationNotices, entrantsNotifiedDue } from './cancellation-notices.js';
import { CancellationWork } from './cancellation-work.js';

@Injectable()
export class CancellationConsumer {
  constructor(
    private readonly work: CancellationWork,
    private readonly notices: CancellationNotices,
  ) {}

  @OnDue(cancelledDue)
  isCancelled(tx: Transaction, activityId: string): Promise<void> {
    return this.work.follow(tx, activityId);
  }

  @OnDue(entrantsNotifiedDue)
  entrantsWait(tx: Transaction, drawId: string, payload: unknown): Promise<void> {
    return this.notices.entrants(tx, drawId, payload as { activityId: string; after?: string });
  }
}
