import { Injectable } from '@nestjs/common';
import { schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { ActivityRepository } from '../../activities/activity/activity.repository.js';
import { DrawEditing } from '../../seats/draw/draw-editing.js';
import { OfferAwaits } from '../../seats/registration/offer-awaits.js';
import { CancellationLoan } from './cancellation-loan.js';
import { CancellationRepository } from './cancellation.repository.js';
import { CancellationNotices, entrantsNotifiedDue } from './cancellation-notices.js';

/**
 * The effects of a cancellation beyond those that features apply on every change: its slot is freed, its draw ends,
 * its offered seats wait for nobody any more, and its co-hosts and the entrants of the draw are notified.
 */
@Injectable()
export class CancellationWork {
  constructor(
    private readonly activities: ActivityRepository,
    private readonly repository: CancellationRepository,
    private readonly draws: DrawEditing,
    private readonly loan: CancellationLoan,
    private readonly notices: CancellationNotices,
    private readonly offers: OfferAwaits,
  ) {}

  /** A second call finds nothing left to do. */
  async follow(tx: Transaction, activityId: string): Promise<void> {
    const activity = await this.activities.lockById(tx, activityId);
    if (activity?.state !== 'cancelled') return;
    await this.loan.free(tx, activity);
    await this.notices.hosts(tx, activity);
    await this.offers.ofActivity(tx, activity);
    const pending = await this.repository.pendingDraw(tx, activityId);
    const found = pending && (await this.draws.lock(tx, pending.id));
    if (!found) return;
    await schedule(tx, {
      kind: entrantsNotifiedDue,
      key: found.draw.id,
      at: tx.now,
      payload: { activityId },
    });
    await this.draws.cancel(tx, activity, { draw: found.draw, reason: null });
  }
}
