import { Injectable } from '@nestjs/common';
import { membershipEvents, type UnionState } from '@gongxiang/contracts';
import { Consumes } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { ActivityChanges } from './activity.changes.js';

@Injectable()
export class ActivityConsumer {
  constructor(private readonly changes: ActivityChanges) {}

  @Consumes(membershipEvents.unionChanged)
  unionChanged(tx: Transaction, union: UnionState): Promise<void> {
    return this.changes.followUnion(tx, union);
  }
}
