import { Injectable } from '@nestjs/common';
import { OnDue, syncAwaits } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { actions as ledgerActions } from '../../ledger/actions.js';
import { costPoolAwaitsDue } from '../../reference/awaits-due.js';
import { bookkeepersOf } from '../../reference/book-mandate.repository.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { actions } from '../actions.js';
import type { CostPoolRow } from './cost-pool.entity.js';
import { CostPoolRepository } from './cost-pool.repository.js';
import { PoolAccess } from './pool-access.js';
import { awaitsOfPool } from './pool-awaits.model.js';
import { PoolChainRepository } from './pool-chain.repository.js';

const may = { approve: ledgerActions.approveCostPool, submit: actions.submitCostPool };

/** Says whom a pool waits for. */
@Injectable()
export class PoolAwaits {
  constructor(
    private readonly pools: CostPoolRepository,
    private readonly poolAccess: PoolAccess,
    private readonly chain: PoolChainRepository,
    private readonly references: ReferenceRepository,
  ) {}

  /** A pool that was discarded waits for nobody. */
  @OnDue(costPoolAwaitsDue)
  async sync(tx: Transaction, id: string): Promise<void> {
    const pool = await this.pools.findById(tx, id);
    const awaits = pool === null ? [] : awaitsOfPool(pool, await this.factsOf(tx, pool), may);
    await syncAwaits(tx, 'settlement', 'costPool', [{ id, awaits }]);
  }

  private async factsOf(tx: Transaction, pool: CostPoolRow) {
    const title = await this.poolAccess.titleOf(tx, pool);
    const bookkeeperIds = await bookkeepersOf(tx, pool.unionId, pool.totalFen);
    const unionIds = [pool.unionId, ...bookkeeperIds];
    const preparers = await this.chain.preparersOf(tx, pool.id);
    const preparerIds = await this.references.permittedAmong(tx, may.approve, unionIds, preparers);
    return { title, preparerIds, bookkeeperIds };
  }
}
