import { Injectable } from '@nestjs/common';
import { type MandateStateData, sharingEvents } from '@gongxiang/contracts/sharing/sharing-events';
import { fromWire } from '@gongxiang/domain';
import { Consumer, ConsumesTogether, storeCopy } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { awaitsMayChange } from './awaits-due.js';
import { mandateAwaitsDue } from './mandate-awaits.js';
import { MandateRef } from './mandate.entity.js';

/** Maintains the copies of mandates. Each act reads them afresh, so a revocation takes effect at once. */
@Consumer('mandate-consumer')
@Injectable()
export class MandateConsumer {
  @ConsumesTogether(sharingEvents.mandateChanged, (mandate) => mandate.id)
  async changed(tx: Transaction, { from, until, ...mandate }: MandateStateData): Promise<void> {
    tx.send(
      storeCopy(tx, MandateRef, {
        ...mandate,
        validFrom: new Date(from),
        validUntil: new Date(until),
        revokedAt: mandate.revokedAt === null ? null : new Date(mandate.revokedAt),
        entryLimitFen: mandate.entryLimit === null ? null : fromWire(mandate.entryLimit, '/entryLimit'),
      }),
    );
    await awaitsMayChange(tx, mandateAwaitsDue, mandate.id);
  }
}
