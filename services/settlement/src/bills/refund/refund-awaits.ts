import { Injectable } from '@nestjs/common';
import { OnDue, syncAwaits } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { actions as ledgerActions } from '../../ledger/actions.js';
import { refundAwaitsDue } from '../../reference/awaits-due.js';
import { bookkeepersOf } from '../../reference/book-mandate.repository.js';
import { CostPoolRepository } from '../cost-pool/cost-pool.repository.js';
import { RefundAccess } from './refund-access.js';
import { awaitsOfRefund } from './refund-awaits.model.js';
import { RefundRepository } from './refund.repository.js';

/** Says whom a refund waits for. */
@Injectable()
export class RefundAwaits {
  constructor(
    private readonly refunds: RefundRepository,
    private readonly pools: CostPoolRepository,
    private readonly refundAccess: RefundAccess,
  ) {}

  @OnDue(refundAwaitsDue)
  async sync(tx: Transaction, id: string): Promise<void> {
    const refund = await this.refunds.findById(tx, id);
    const pool = refund && (await this.pools.findById(tx, refund.costPoolId));
    if (refund === null || pool === null) return;
    const unionIds = [pool.unionId, ...(await bookkeepersOf(tx, pool.unionId, pool.totalFen))];
    const about = { unionIds, title: await this.refundAccess.titleOf(tx, pool) };
    const awaits = awaitsOfRefund(refund, about, ledgerActions.approveCostPool);
    await syncAwaits(tx, 'settlement', 'refund', [{ id, awaits }]);
  }
}
