import { Injectable } from '@nestjs/common';
import type { PoolStepKind } from '@gongxiang/contracts/settlement/bills/supplement.contract';
import { type ActionRule, DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../../reference/actions.js';
import type { CostPoolRow } from '../cost-pool/cost-pool.entity.js';
import { CostPoolRepository } from '../cost-pool/cost-pool.repository.js';
import { PoolDesk } from '../cost-pool/pool-desk.service.js';
import { PoolNews } from '../cost-pool/pool-news.js';
import type { RefundRow } from './refund.entity.js';
import { RefundRepository } from './refund.repository.js';

/** What the use cases of a refund share. A refund changes under the lock of its pool, so it has none of its own. */
@Injectable()
export class RefundDesk {
  constructor(
    private readonly pools: CostPoolRepository,
    private readonly desk: PoolDesk,
    private readonly refunds: RefundRepository,
    private readonly news: PoolNews,
  ) {}

  /** The pool, for whoever may see it. @throws DomainError `NOT_FOUND` */
  async seen(tx: Transaction, costPoolId: string): Promise<CostPoolRow> {
    const pool = await this.pools.findById(tx, costPoolId);
    tx.authorise(actions.seeCostPool, { paths: await this.pools.pathsOf(tx, costPoolId) });
    if (pool === null) throw new DomainError('NOT_FOUND');
    return pool;
  }

  /** The pool, locked until the commit, for whoever may do that at its union. */
  async take(tx: Transaction, costPoolId: string, rule: ActionRule): Promise<CostPoolRow> {
    const pool = await this.desk.take(tx, costPoolId);
    await this.desk.guard(tx, pool, rule, pool.unionId);
    return pool;
  }

  /** Notes the step in the pool's trail, and tells the pages of those who see it. */
  async changed(
    tx: Transaction,
    pool: CostPoolRow,
    refund: RefundRow,
    kind: PoolStepKind,
  ): Promise<CostPoolRow> {
    await this.note(tx, pool, refund, kind);
    return this.desk.save(tx, pool, {});
  }

  /**
   * The same for one that is posted (`sign` 1) or taken back (-1): counted at the shares and bills, and told to whoever goes by
   * what the pool came to.
   */
  async counted(
    tx: Transaction,
    pool: CostPoolRow,
    refund: RefundRow,
    { kind, sign }: { readonly kind: PoolStepKind; readonly sign: 1 | -1 },
  ): Promise<CostPoolRow> {
    await this.note(tx, pool, refund, kind);
    await this.refunds.count(tx, refund.id, sign);
    const subsidyReturnedFen = pool.subsidyReturnedFen + BigInt(sign) * refund.subsidyFen;
    const saved = await this.desk.save(tx, pool, { subsidyReturnedFen });
    await this.news.tell(tx, saved);
    return saved;
  }

  titleOf(tx: Transaction, pool: CostPoolRow): Promise<string> {
    return this.desk.titleOf(tx, pool);
  }

  private note(tx: Transaction, pool: CostPoolRow, refund: RefundRow, kind: PoolStepKind): Promise<void> {
    const { totalFen: amountFen, creditNote: subject, reason, decisionReason } = refund;
    return this.desk.note(tx, pool, kind, { amountFen, subject, reason: decisionReason ?? reason });
  }
}
