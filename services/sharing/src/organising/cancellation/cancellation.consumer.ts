import { Injectable } from '@nestjs/common';
import { OnDue } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { cancelledDue } from '../../activities/activity/activity-changes.js';
import { CancellationTold, entrantsToldDue } from './cancellation-told.js';
import { CancellationWork } from './cancellation-work.js';

@Injectable()
export class CancellationConsumer {
  constructor(
    private readonly work: CancellationWork,
    private readonly told: CancellationTold,
  ) {}

  @OnDue(cancelledDue)
  isCancelled(tx: Transaction, activityId: string): Promise<void> {
    return this.work.follow(tx, activityId);
  }

  @OnDue(entrantsToldDue)
  entrantsWait(tx: Transaction, drawId: string, payload: unknown): Promise<void> {
    return this.told.entrants(tx, drawId, payload as { activityId: string; after?: string });
  }
}
