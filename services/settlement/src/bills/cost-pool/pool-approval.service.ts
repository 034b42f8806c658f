import { Injectable } from '@nestjs/common';
import {
  type ApproveCostPoolRequest,
  costPoolContract,
  type CostPoolView,
  type ReturnCostPoolRequest,
  type SubmitCostPoolRequest,
} from '@gongxiang/contracts/settlement/bills/cost-pool.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { actions as ledgerActions } from '../../ledger/actions.js';
import { nextState, unsubmitted } from './cost-pool.model.js';
import { PoolChainRepository } from './pool-chain.repository.js';
import { PoolAccess } from './pool-access.js';
import { PoolConsents } from './pool-consents.js';
import { PoolGate } from './pool-gate.service.js';
import { PoolEvents } from './pool-events.js';
import { PoolPosting } from './pool-posting.js';

/** Takes a pool from computed shares to the ledger: one person submits it and another approves it. */
@Injectable()
export class PoolApprovalService {
  constructor(
    private readonly transactions: Transactions,
    private readonly poolAccess: PoolAccess,
    private readonly gate: PoolGate,
    private readonly posting: PoolPosting,
    private readonly poolEvents: PoolEvents,
    private readonly chain: PoolChainRepository,
    private readonly consents: PoolConsents,
  ) {}

  @Handles(costPoolContract.submit)
  submit(request: SubmitCostPoolRequest, call: CallContext): Promise<Outcome<CostPoolView>> {
    return this.transactions.command(call, costPoolContract.submit, request, async (tx) => {
      const pool = await this.poolAccess.lock(tx, request.costPoolId);
      await this.poolAccess.authorise(tx, pool, actions.submitCostPool, pool.unionId);
      requireVersion(tx, pool.version);
      const state = nextState(pool.state, 'submit');
      if (pool.totalFen === null) throw new DomainError('SHARES_NOT_COMPUTED');
      await this.gate.require(tx, pool);
      const changes = { state, submittedBy: tx.personId, submittedAt: tx.now, returnReason: null };
      await this.poolAccess.recordStep(tx, pool, 'submitted', { amountFen: pool.totalFen });
      return this.poolAccess.view(tx, await this.poolAccess.save(tx, pool, changes));
    });
  }

  @Handles(costPoolContract.return)
  return(request: ReturnCostPoolRequest, call: CallContext): Promise<Outcome<CostPoolView>> {
    return this.transactions.command(call, costPoolContract.return, request, async (tx) => {
      const pool = await this.poolAccess.lock(tx, request.costPoolId);
      await this.poolAccess.authorise(tx, pool, ledgerActions.approveCostPool, pool.unionId);
      requireVersion(tx, pool.version);
      const state = nextState(pool.state, 'return');
      if (pool.state === 'asked') await this.consents.lapse(tx, pool);
      const changes = { state, ...unsubmitted, returnReason: request.reason };
      await this.poolAccess.recordStep(tx, pool, 'returned', { reason: request.reason });
      return this.poolAccess.view(tx, await this.poolAccess.save(tx, pool, changes));
    });
  }

  /**
   * E83: the approver must not have entered bills, computed or submitted the pool. Approvers of unions above qualify
   * too, so a union without its own approver is not stuck. The entry is posted in the same transaction, so every
   * approved pool is posted; of a shared bill the parties are asked before.
   */
  @Handles(costPoolContract.approve)
  approve(request: ApproveCostPoolRequest, call: CallContext): Promise<Outcome<CostPoolView>> {
    return this.transactions.command(call, costPoolContract.approve, request, async (tx) => {
      const pool = await this.poolAccess.lock(tx, request.costPoolId);
      await this.poolAccess.authorise(tx, pool, ledgerActions.approveCostPool, pool.unionId);
      requireVersion(tx, pool.version);
      const state = nextState(pool.state, 'approve');
      const preparers = await this.chain.preparersOf(tx, pool.id);
      if (preparers.includes(tx.personId)) throw new DomainError('SAME_PERSON');
      await this.gate.require(tx, pool);
      if (pool.kind === 'shared') return this.poolAccess.view(tx, await this.consents.ask(tx, pool));
      const entryId = await this.posting.post(tx, pool);
      const changes = { state, approvedBy: tx.personId, approvedAt: tx.now, entryId };
      await this.poolAccess.recordStep(tx, pool, 'approved', { amountFen: pool.totalFen });
      const approved = await this.poolAccess.save(tx, pool, changes);
      await this.poolEvents.publishApproved(tx, approved);
      return this.poolAccess.view(tx, approved);
    });
  }
}
