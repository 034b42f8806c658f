import { Injectable } from '@nestjs/common';
import { membershipEvents, type UnionState } from '@gongxiang/contracts';
import { Consumes, keepCopy } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { UnionRef } from './reference.entity.js';

/** Keeps the copy of the union tree. */
@Injectable()
export class ReferenceConsumer {
  @Consumes(membershipEvents.unionChanged)
  async unionChanged(tx: Transaction, union: UnionState): Promise<void> {
    await keepCopy(tx, UnionRef, union);
  }
}
