import { Injectable } from '@nestjs/common';
import { membershipEvents, type UnionState } from '@gongxiang/contracts/membership/membership-events';
import { Consumer, ConsumesTogether, storeCopy } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { AudienceUnionRow } from './audience.entity.js';

/**
 * Maintains the copy of sizes and places of unions. A consumer of its own: it begins with the first event that is kept, so that
 * unions of before are known after an upgrade, too.
 */
@Consumer('audience-consumer')
@Injectable()
export class AudienceConsumer {
  @ConsumesTogether(membershipEvents.unionChanged, (union) => union.id)
  async unionChanged(tx: Transaction, { id, version, sizeClass, place }: UnionState): Promise<void> {
    const { longitude = null, latitude = null } = place ?? {};
    tx.send(storeCopy(tx, AudienceUnionRow, { id, version, sizeClass, longitude, latitude }));
  }
}
