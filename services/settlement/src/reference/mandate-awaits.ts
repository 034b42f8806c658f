import { Injectable } from '@nestjs/common';
import { OnDue, schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { awaitsMayChange, costPoolAwaitsDue, paymentAwaitsDue, refundAwaitsDue } from './awaits-due.js';
import { MandateRef } from './mandate.entity.js';
import { nextTurnOf } from './mandate.model.js';

/** Due work: a mandate has changed, begins or ends. Its key is the mandate. */
export const mandateAwaitsDue = 'mandate-awaits';

/** What bookkeepers do for other unions, by what it is, with the due work that says whom it waits for. */
const keptBooks: Readonly<Record<string, string>> = {
  costPool: costPoolAwaitsDue,
  refund: refundAwaitsDue,
  payment: paymentAwaitsDue,
};

/** What waits for a union also waits for whoever keeps its books, as long as they do. */
@Injectable()
export class MandateAwaits {
  @OnDue(mandateAwaitsDue)
  async sync(tx: Transaction, mandateId: string): Promise<void> {
    const mandate = await tx.sql.findOneBy(MandateRef, { id: mandateId });
    if (mandate === null) return;
    for (const [subject, kind] of Object.entries(keptBooks))
      await awaitsMayChange(tx, kind, ...(await this.awaitedOf(tx, subject, mandate.fromUnionId)));
    const at = nextTurnOf(mandate, tx.now);
    if (at !== null) await schedule(tx, { kind: mandateAwaitsDue, key: mandateId, at });
  }

  /** What waits for the office of a union now. */
  private async awaitedOf(tx: Transaction, subject: string, unionId: string): Promise<string[]> {
    const rows: { id: string }[] = await tx.sql.query(
      `SELECT id FROM awaited WHERE subject = $1 AND awaits @> $2::jsonb ORDER BY id`,
      [subject, JSON.stringify([{ offices: { unionIds: [unionId] } }])],
    );
    return rows.map(({ id }) => id);
  }
}
