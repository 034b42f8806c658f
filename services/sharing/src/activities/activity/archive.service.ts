import { Injectable } from '@nestjs/common';
import { activityLifeContract } from '@gongxiang/contracts/sharing/activities/activity-life.contract';
import type {
  ActivityIdRequest,
  ActivityView,
} from '@gongxiang/contracts/sharing/activities/activity.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { unschedule } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { ExistingResult, requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ActivityAccess } from './activity-access.js';
import { ActivityChanges } from './activity-changes.js';
import type { ActivityRow } from './activity.entity.js';
import { isOver } from './activity-phase.js';
import { activityViewOf } from './activity.view.js';
import { archiveDue } from './archive.due.js';

/**
 * Archives finished activities, so that lists show current ones. Nothing else changes: its address still works, and
 * statistics still count it.
 */
@Injectable()
export class ArchiveService {
  constructor(
    private readonly transactions: Transactions,
    private readonly changes: ActivityChanges,
    private readonly access: ActivityAccess,
  ) {}

  /** @throws DomainError `ACTIVITY_NOT_OVER` */
  @Handles(activityLifeContract.archive)
  archive(request: ActivityIdRequest, call: CallContext): Promise<Outcome<ActivityView>> {
    return this.transactions.command(call, activityLifeContract.archive, request, async (tx) => {
      const before = await this.lock(tx, request.activityId);
      if (before.archivedAt !== null) return new ExistingResult(activityViewOf(before, tx));
      if (!isOver(before)) throw new DomainError('ACTIVITY_NOT_OVER');
      return activityViewOf(await this.putAway(tx, before), tx);
    });
  }

  /** The previous state determines where it returns to. It is not archived automatically again. */
  @Handles(activityLifeContract.unarchive)
  unarchive(request: ActivityIdRequest, call: CallContext): Promise<Outcome<ActivityView>> {
    return this.transactions.command(call, activityLifeContract.unarchive, request, async (tx) => {
      const before = await this.lock(tx, request.activityId);
      if (before.archivedAt === null) return new ExistingResult(await this.changes.view(tx, before));
      return activityViewOf(await this.changes.save(tx, before, { archivedAt: null }), tx);
    });
  }

  /** Checked under the lock: somebody may have archived it since. */
  async archiveByTime(tx: Transaction, activityId: string): Promise<void> {
    const before = await this.changes.lock(tx, activityId);
    if (isOver(before) && before.archivedAt === null) await this.putAway(tx, before);
  }

  private async putAway(tx: Transaction, before: ActivityRow): Promise<ActivityRow> {
    await unschedule(tx, archiveDue, before.id);
    return this.changes.save(tx, before, { archivedAt: tx.now });
  }

  private async lock(tx: Transaction, id: string): Promise<ActivityRow> {
    tx.authorise(actions.seeActivity, {});
    const row = await this.changes.lock(tx, id);
    await this.access.manage(tx, row);
    requireVersion(tx, row.version);
    return row;
  }
}
