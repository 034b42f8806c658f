import { Injectable } from '@nestjs/common';
import { membershipEvents, type UnionState } from '@gongxiang/contracts/membership/membership-events';
import {
  type CostPoolApproved,
  type EntryReversed,
  settlementEvents,
} from '@gongxiang/contracts/settlement/settlement-events';
import { Consumer, Consumes, OnDue } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { ActivityChanges } from './activity-changes.js';
import { archiveDue } from './archive.due.js';
import { ArchiveService } from './archive.service.js';
import { SettlementService } from './settlement.service.js';

/** Events of other services, and due work, of activities. */
@Consumer('activity-consumer')
@Injectable()
export class ActivityConsumer {
  constructor(
    private readonly changes: ActivityChanges,
    private readonly archive: ArchiveService,
    private readonly settlement: SettlementService,
  ) {}

  @Consumes(membershipEvents.unionChanged)
  unionChanged(tx: Transaction, union: UnionState): Promise<void> {
    return this.changes.followUnion(tx, union);
  }

  @Consumes(settlementEvents.costPoolApproved)
  costPoolApproved(tx: Transaction, pool: CostPoolApproved): Promise<void> {
    return this.settlement.approved(tx, pool);
  }

  @Consumes(settlementEvents.entryReversed)
  costsReversed(tx: Transaction, reversal: EntryReversed): Promise<void> {
    return this.settlement.reversed(tx, reversal);
  }

  @OnDue(archiveDue)
  isOld(tx: Transaction, activityId: string): Promise<void> {
    return this.archive.archiveByTime(tx, activityId);
  }
}
