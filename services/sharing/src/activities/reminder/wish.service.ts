import { Injectable } from '@nestjs/common';
import { Done } from '@gongxiang/contracts/core/contract';
import {
  type ActivityRemindersRequest,
  type OwnReminderWishesView,
  reminderContract,
  type ReminderWishRequest,
  type ReminderWishView,
} from '@gongxiang/contracts/sharing/activities/reminder.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { ExistingResult, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import type { ActivityRow } from '../activity/activity.entity.js';
import { ActivityRepository } from '../activity/activity.repository.js';
import { type OpeningPool, OpeningPools } from './opening-pools.js';
import { ReminderPlanner } from './reminder-planner.js';
import { ReminderRepository } from './reminder.repository.js';

/** People who want to be notified when their pool opens. Nobody is notified of an opening unasked. */
@Injectable()
export class WishService {
  constructor(
    private readonly transactions: Transactions,
    private readonly activities: ActivityRepository,
    private readonly openings: OpeningPools,
    private readonly reminders: ReminderRepository,
    private readonly planner: ReminderPlanner,
  ) {}

  @Handles(reminderContract.wishes)
  list(request: ActivityRemindersRequest, call: CallContext): Promise<OwnReminderWishesView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.askReminder, {});
      const activity = requirePublic(await this.activities.findById(tx, request.activityId));
      const opening = await this.openings.of(tx, activity, tx.personId);
      if (opening === null || activity.state !== 'published' || tx.now >= opening.opensAt)
        return { items: [] };
      const wish = { activityId: activity.id, poolId: opening.pool.id, personId: tx.personId };
      const isAsked = (await this.reminders.findWish(tx, wish)) !== null;
      return { items: [viewOf(activity, opening, isAsked)] };
    });
  }

  /** @throws DomainError `NO_POOL_FOR_YOU`, `POOL_IS_OPEN`, `ACTIVITY_NOT_OPEN` */
  @Handles(reminderContract.ask)
  ask(request: ReminderWishRequest, call: CallContext): Promise<Outcome<ReminderWishView>> {
    return this.transactions.command(call, reminderContract.ask, request, async (tx) => {
      tx.authorise(actions.askReminder, {});
      const activity = requirePublic(await this.activities.lockById(tx, request.activityId));
      if (activity.state !== 'published') throw new DomainError('ACTIVITY_NOT_OPEN');
      const opening = await this.openings.of(tx, activity, tx.personId);
      if (opening?.pool.id !== request.poolId) throw new DomainError('NO_POOL_FOR_YOU');
      if (tx.now >= opening.opensAt) throw new DomainError('POOL_IS_OPEN');
      const view = viewOf(activity, opening, true);
      const wish = { activityId: activity.id, poolId: request.poolId, personId: tx.personId };
      if ((await this.reminders.findWish(tx, wish)) !== null) return new ExistingResult(view);
      await this.reminders.addWish(tx, { ...wish, createdAt: tx.now });
      await this.planner.plan(tx, activity);
      audit(tx, wish, true);
      return view;
    });
  }

  @Handles(reminderContract.unask)
  unask(request: ReminderWishRequest, call: CallContext): Promise<Outcome<Done>> {
    return this.transactions.command(call, reminderContract.unask, request, async (tx) => {
      tx.authorise(actions.askReminder, {});
      const activity = requirePublic(await this.activities.lockById(tx, request.activityId));
      const wish = { activityId: activity.id, poolId: request.poolId, personId: tx.personId };
      if ((await this.reminders.findWish(tx, wish)) === null) throw new DomainError('NOT_FOUND');
      await this.reminders.removeWish(tx, wish);
      await this.planner.plan(tx, activity);
      audit(tx, wish, false);
      return new Done();
    });
  }
}

/** Nobody can sign up for a draft, so nobody waits for it to open. */
function requirePublic(activity: ActivityRow | null): ActivityRow {
  if (activity?.publishedAt == null) throw new DomainError('NOT_FOUND');
  return activity;
}

function audit(tx: Transaction, wish: { activityId: string; poolId: string }, isAsked: boolean): void {
  const { poolId } = wish;
  tx.audit({
    noun: 'reminder-wish',
    id: wish.activityId,
    before: isAsked ? null : { poolId },
    after: isAsked ? { poolId } : null,
  });
}

function viewOf({ id }: ActivityRow, { pool, opensAt }: OpeningPool, isAsked: boolean): ReminderWishView {
  return {
    activityId: id,
    poolId: pool.id,
    poolName: pool.name,
    opensAt: opensAt.toISOString(),
    isAsked,
  };
}
