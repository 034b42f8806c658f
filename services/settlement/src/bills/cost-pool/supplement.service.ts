import { Injectable } from '@nestjs/common';
import { Done } from '@gongxiang/contracts/core/contract';
import type { CostPoolView } from '@gongxiang/contracts/settlement/bills/cost-pool.contract';
import {
  type DiscardCostPoolRequest,
  type OpenSupplementRequest,
  supplementContract,
} from '@gongxiang/contracts/settlement/bills/supplement.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { ExistingResult, requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import { awaitsMayChange, costPoolAwaitsDue } from '../../reference/awaits-due.js';
import { actions } from '../actions.js';
import type { CostPoolRow } from './cost-pool.entity.js';
import { nextState, requireActivity, requireApproved } from './cost-pool.model.js';
import { CostPoolRepository } from './cost-pool.repository.js';
import { newPool } from './new-pool.js';
import { PoolChainRepository } from './pool-chain.repository.js';
import { PoolAccess } from './pool-access.js';
import { PoolConsents } from './pool-consents.js';

const finished: readonly string[] = ['approved', 'reversed'];

/** Bills that arrive after the approval go into a supplementary pool; an approved pool is never rewritten. */
@Injectable()
export class SupplementService {
  constructor(
    private readonly transactions: Transactions,
    private readonly pools: CostPoolRepository,
    private readonly chain: PoolChainRepository,
    private readonly poolAccess: PoolAccess,
    private readonly consents: PoolConsents,
  ) {}

  /**
   * Uses the agreement version and parties of the first pool. An unfinished supplement is returned instead of a new
   * one.
   */
  @Handles(supplementContract.open)
  open(request: OpenSupplementRequest, call: CallContext): Promise<Outcome<CostPoolView>> {
    return this.transactions.command(call, supplementContract.open, request, async (tx) => {
      const asked = await this.poolAccess.lock(tx, request.costPoolId);
      const first = asked.supplementOf === null ? asked : await this.poolAccess.lock(tx, asked.supplementOf);
      await this.poolAccess.authorise(tx, first, actions.createCostPool, first.unionId);
      requireActivity(first);
      requireApproved(first);
      const chain = await this.chain.chainOf(tx, first.id);
      const unfinished = chain.find(({ state }) => !finished.includes(state));
      if (unfinished !== undefined) return new ExistingResult(await this.poolAccess.view(tx, unfinished));
      const row = await this.insert(tx, first);
      await this.poolAccess.recordStep(tx, row, 'opened');
      await this.poolAccess.recordStep(tx, first, 'supplementOpened');
      await this.poolAccess.hint(tx, row);
      await this.poolAccess.hint(tx, first);
      return this.poolAccess.view(tx, row);
    });
  }

  /**
   * Deletes an open pool without bills or payments; its steps remain in the history. A shared bill is cancelled: the
   * others have seen it, so it remains.
   */
  @Handles(supplementContract.discard)
  discard(request: DiscardCostPoolRequest, call: CallContext): Promise<Outcome<Done>> {
    return this.transactions.command(call, supplementContract.discard, request, async (tx) => {
      const pool = await this.poolAccess.lock(tx, request.costPoolId);
      await this.poolAccess.authorise(tx, pool, actions.createCostPool, pool.unionId);
      requireVersion(tx, pool.version);
      if (pool.kind === 'shared') {
        await this.consents.cancel(tx, pool);
        return new Done();
      }
      nextState(pool.state, 'edit');
      if (await this.chain.holdsMoney(tx, pool.id)) throw new DomainError('POOL_HAS_ITEMS');
      const { id, activityId, supplementOf, rotation } = pool;
      tx.audit({ noun: 'costPool', id, before: { activityId, supplementOf, rotation } });
      if (supplementOf !== null)
        await this.poolAccess.recordStep(tx, { id: supplementOf }, 'supplementDiscarded');
      await this.poolAccess.hint(tx, pool);
      await this.chain.remove(tx, id);
      await awaitsMayChange(tx, costPoolAwaitsDue, id);
      return new Done();
    });
  }

  /** Takes the next number in the sequence of its parties, so that its odd fen falls on the next party. */
  private async insert(tx: Transaction, first: CostPoolRow): Promise<CostPoolRow> {
    const { id: supplementOf, unionId, partiesHash, activityId } = first;
    const sequence = await this.pools.lockSequence(tx, partiesHash);
    await this.pools.takeNumber(tx, partiesHash, sequence);
    const row = newPool(tx, first, { unionId, partiesHash, sequence, supplementOf });
    await this.pools.insert(tx, row);
    await this.chain.copyUnions(tx, first.id, row.id);
    tx.audit({ noun: 'costPool', id: row.id, after: { activityId, supplementOf, rotation: row.rotation } });
    return row;
  }
}
