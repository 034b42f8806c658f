import { Injectable } from '@nestjs/common';
import type { PoolStepKind } from '@gongxiang/contracts/settlement/bills/supplement.contract';
import { type ActionRule, DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../../reference/actions.js';
import { awaitsMayChange, refundAwaitsDue } from '../../reference/awaits-due.js';
import type { CostPoolRow } from '../cost-pool/cost-pool.entity.js';
import { CostPoolRepository } from '../cost-pool/cost-pool.repository.js';
import { PoolAccess } from '../cost-pool/pool-access.js';
import { PoolEvents } from '../cost-pool/pool-events.js';
import type { RefundRow } from './refund.entity.js';
import { RefundRepository } from './refund.repository.js';

/**
 * Operations shared by the use cases of a refund. A refund changes under the lock of its pool and has no lock of its
 * own.
 */
@Injectable()
export class RefundAccess {
  constructor(
    private readonly pools: CostPoolRepository,
    private readonly poolAccess: PoolAccess,
    private readonly refunds: RefundRepository,
    private readonly poolEvents: PoolEvents,
  ) {}

  /** The pool, for a caller who may see it. @throws DomainError `NOT_FOUND` */
  async visiblePool(tx: Transaction, costPoolId: string): Promise<CostPoolRow> {
    const pool = await this.pools.findById(tx, costPoolId);
    tx.authorise(actions.seeCostPool, { paths: await this.pools.pathsOf(tx, costPoolId) });
    if (pool === null) throw new DomainError('NOT_FOUND');
    return pool;
  }

  /** Locks the pool for a caller who is permitted by `rule` at its union. */
  async lockPool(tx: Transaction, costPoolId: string, rule: ActionRule): Promise<CostPoolRow> {
    const pool = await this.poolAccess.lock(tx, costPoolId);
    await this.poolAccess.authorise(tx, pool, rule, pool.unionId);
    return pool;
  }

  /**
   * Records the step in the pool's history and saves the pool, which hints the pages that show it; whom the refund
   * waits for is looked at.
   */
  async recordChange(
    tx: Transaction,
    pool: CostPoolRow,
    refund: RefundRow,
    kind: PoolStepKind,
  ): Promise<CostPoolRow> {
    await this.recordStep(tx, pool, refund, kind);
    return this.poolAccess.save(tx, pool, {});
  }

  /**
   * The same for a refund that is posted (`sign` 1) or reversed (-1): also updates the returned amounts of shares and
   * bills and publishes the pool's new totals.
   */
  async recordPosting(
    tx: Transaction,
    pool: CostPoolRow,
    refund: RefundRow,
    { kind, sign }: { readonly kind: PoolStepKind; readonly sign: 1 | -1 },
  ): Promise<CostPoolRow> {
    await this.recordStep(tx, pool, refund, kind);
    await this.refunds.applyReturned(tx, refund.id, sign);
    const subsidyReturnedFen = pool.subsidyReturnedFen + BigInt(sign) * refund.subsidyFen;
    const saved = await this.poolAccess.save(tx, pool, { subsidyReturnedFen });
    await this.poolEvents.publishApproved(tx, saved);
    return saved;
  }

  titleOf(tx: Transaction, pool: CostPoolRow): Promise<string> {
    return this.poolAccess.titleOf(tx, pool);
  }

  private async recordStep(
    tx: Transaction,
    pool: CostPoolRow,
    refund: RefundRow,
    kind: PoolStepKind,
  ): Promise<void> {
    const { totalFen: amountFen, creditNote: subject, reason, decisionReason } = refund;
    await awaitsMayChange(tx, refundAwaitsDue, refund.id);
    await this.poolAccess.recordStep(tx, pool, kind, {
      amountFen,
      subject,
      reason: decisionReason ?? reason,
    });
  }
}
