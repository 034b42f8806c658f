import { Injectable } from '@nestjs/common';
import { schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { ActivityRepository } from '../../activities/activity/activity.repository.js';
import { DrawDesk } from '../../seats/draw/draw-desk.js';
import { CancellationLoan } from './cancellation-loan.js';
import { CancellationRepository } from './cancellation.repository.js';
import { CancellationTold, entrantsToldDue } from './cancellation-told.js';

/**
 * What follows when an activity has been cancelled, beside what the features do that listen to every change of it: its slot
 * is free, its draw ends, and its co-hosts and those who have entered the draw hear of it.
 */
@Injectable()
export class CancellationWork {
  constructor(
    private readonly activities: ActivityRepository,
    private readonly repository: CancellationRepository,
    private readonly draws: DrawDesk,
    private readonly loan: CancellationLoan,
    private readonly told: CancellationTold,
  ) {}

  /** A second call finds nothing left to do. */
  async follow(tx: Transaction, activityId: string): Promise<void> {
    const activity = await this.activities.lockById(tx, activityId);
    if (activity?.state !== 'cancelled') return;
    await this.loan.free(tx, activity);
    await this.told.hosts(tx, activity);
    const pending = await this.repository.pendingDraw(tx, activityId);
    const found = pending && (await this.draws.lock(tx, pending.id));
    if (!found) return;
    await schedule(tx, { kind: entrantsToldDue, key: found.draw.id, at: tx.now, payload: { activityId } });
    await this.draws.cancel(tx, activity, { draw: found.draw, reason: null });
  }
}
