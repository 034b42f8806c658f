import { Injectable } from '@nestjs/common';
import {
  queueContract,
  type QueueRemovedView,
  type QueueRequest,
  type QueueView,
  type SetQueueRequest,
} from '@gongxiang/contracts/sharing/seats/queue.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions as activitiesActions } from '../../activities/actions.js';
import { actions } from '../actions.js';
import { ActivityAccess } from '../../activities/activity/activity-access.js';
import { ActivityChanges } from '../../activities/activity/activity-changes.js';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { scheduleQueueOpening } from '../../activities/activity/queue-opening.js';
import { commitmentOf, newSecret } from './commitment.js';
import type { QueueRow } from './queue.entity.js';
import { queueStateOf, termsOf } from './queue.model.js';
import { QueueRepository } from './queue.repository.js';
import { QueueTurns } from './queue-turns.js';
import { QueueSecrets } from './queue-secrets.js';
import { queueViewOf } from './queue.view.js';

/** The organiser's commands for queues. */
@Injectable()
export class QueueService {
  constructor(
    private readonly transactions: Transactions,
    private readonly changes: ActivityChanges,
    private readonly access: ActivityAccess,
    private readonly queues: QueueRepository,
    private readonly secrets: QueueSecrets,
    private readonly turns: QueueTurns,
  ) {}

  /** Creates or changes the queue. A removed queue comes back with its secret and its people. */
  @Handles(queueContract.set)
  set(request: SetQueueRequest, call: CallContext): Promise<Outcome<QueueView>> {
    return this.transactions.command(call, queueContract.set, request, async (tx) => {
      const before = await this.lockManaged(tx, request.activityId);
      requireVersion(tx, before.version);
      requireAhead(before, tx.now);
      if (before.draw?.decides === true) throw new DomainError('QUEUE_AND_DRAW');
      const known = await this.queues.find(tx, before.id);
      const joinFrom = request.joinFrom ? new Date(request.joinFrom) : null;
      const context = { ...before, isFrozen: (known?.frozenAt ?? null) !== null };
      const queue = termsOf(context, { joinFrom, perMinute: request.perMinute }, tx.now);
      const row = known ?? (await this.add(tx, before.id));
      const saved = await this.changes.save(tx, before, { queue });
      await scheduleQueueOpening(tx, saved);
      // With a faster pace the next turn comes earlier.
      if (row.frozenAt !== null) await this.turns.planNow(tx, saved.id);
      return queueViewOf(saved, queue, { row, now: tx.now });
    });
  }

  /** Only until the order is drawn: later, whoever may remove it could do so if they dislike their place. */
  @Handles(queueContract.remove)
  remove(request: QueueRequest, call: CallContext): Promise<Outcome<QueueRemovedView>> {
    return this.transactions.command(call, queueContract.remove, request, async (tx) => {
      const before = await this.lockManaged(tx, request.activityId);
      const { queue } = before;
      if (queue === null) throw new DomainError('NOT_FOUND');
      const row = await this.queues.find(tx, before.id);
      if (row?.frozenAt || queueStateOf(queue, tx.now) === 'open') throw new DomainError('QUEUE_OPENED');
      const saved = await this.changes.save(tx, before, { queue: null });
      await scheduleQueueOpening(tx, saved);
      return { activityId: saved.id, version: saved.version };
    });
  }

  private async lockManaged(tx: Transaction, activityId: string): Promise<ActivityRow> {
    tx.authorise(activitiesActions.seeActivity, {});
    const activity = await this.changes.lock(tx, activityId);
    await this.access.manage(tx, activity, actions.manageQueue);
    return activity;
  }

  private async add(tx: Transaction, activityId: string): Promise<QueueRow> {
    const secret = newSecret();
    const row: QueueRow = {
      activityId,
      commitment: commitmentOf(secret),
      sealedSecret: this.secrets.seal(activityId, secret),
      secret: null,
      joined: 0,
      early: null,
      frozenAt: null,
      told: 0,
      createdBy: tx.personId,
      createdAt: tx.now,
    };
    await this.queues.insert(tx, row);
    tx.audit({ noun: 'queue', id: activityId, after: { commitment: row.commitment } });
    return row;
  }
}

/** @throws DomainError `ACTIVITY_NOT_OPEN`, `ACTIVITY_STARTED` */
function requireAhead({ state, startsAt }: ActivityRow, now: Date): void {
  if (state !== 'draft' && state !== 'published') throw new DomainError('ACTIVITY_NOT_OPEN');
  if (now >= startsAt) throw new DomainError('ACTIVITY_STARTED');
}
