import { Injectable } from '@nestjs/common';
import {
  refundContract,
  type RefundDecisionRequest,
  type RefundIdRequest,
  type RefundView,
} from '@gongxiang/contracts/settlement/bills/refund.contract';
import type { PoolStepKind } from '@gongxiang/contracts/settlement/bills/supplement.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions as ledgerActions } from '../../ledger/actions.js';
import { actions } from '../actions.js';
import type { CostPoolRow } from '../cost-pool/cost-pool.entity.js';
import { requireApproved } from '../cost-pool/cost-pool.model.js';
import { RefundAccess } from './refund-access.js';
import { RefundPosting } from './refund-posting.js';
import type { RefundRow } from './refund.entity.js';
import { nextRefundState, type RefundVerb } from './refund.model.js';
import { RefundRepository } from './refund.repository.js';
import { RefundViews } from './refund.view.js';

const stepOf: Readonly<Record<RefundVerb, PoolStepKind>> = {
  approve: 'refundPosted',
  return: 'refundReturned',
  withdraw: 'refundWithdrawn',
  reverse: 'refundReversed',
};

/** Approves, returns, withdraws and reverses refunds. */
@Injectable()
export class RefundDecisionService {
  constructor(
    private readonly transactions: Transactions,
    private readonly refunds: RefundRepository,
    private readonly refundAccess: RefundAccess,
    private readonly posting: RefundPosting,
    private readonly views: RefundViews,
  ) {}

  /** E83: the approver must not be the proposer. The refund is posted in the same transaction. */
  @Handles(refundContract.approve)
  approve(request: RefundIdRequest, call: CallContext): Promise<Outcome<RefundView>> {
    return this.transactions.command(call, refundContract.approve, request, async (tx) => {
      const { pool, refund } = await this.lock(tx, request, ledgerActions.approveCostPool);
      const state = nextRefundState(refund.state, 'approve');
      if (refund.proposedBy === tx.personId) throw new DomainError('SAME_PERSON');
      requireApproved(pool);
      const entryId = await this.posting.post(tx, pool, refund);
      const posted = { state, entryId, postedAt: tx.now, decisionReason: null };
      const row = await this.save(tx, refund, posted);
      const counted = await this.refundAccess.recordPosting(tx, pool, row, { kind: stepOf.approve, sign: 1 });
      return this.views.one(tx, counted, row);
    });
  }

  @Handles(refundContract.return)
  return(request: RefundDecisionRequest, call: CallContext): Promise<Outcome<RefundView>> {
    return this.transactions.command(call, refundContract.return, request, async (tx) =>
      this.end(tx, request, 'return'),
    );
  }

  /** Open to the union that proposed it. */
  @Handles(refundContract.withdraw)
  withdraw(request: RefundIdRequest, call: CallContext): Promise<Outcome<RefundView>> {
    return this.transactions.command(call, refundContract.withdraw, request, async (tx) =>
      this.end(tx, { ...request, reason: null }, 'withdraw'),
    );
  }

  /** E82: reverses a posted refund by the exact negation of its legs. */
  @Handles(refundContract.reverse)
  reverse(request: RefundDecisionRequest, call: CallContext): Promise<Outcome<RefundView>> {
    return this.transactions.command(call, refundContract.reverse, request, async (tx) => {
      const { pool, refund } = await this.lock(tx, request, ledgerActions.approveCostPool);
      const state = nextRefundState(refund.state, 'reverse');
      if (refund.proposedBy === tx.personId) throw new DomainError('SAME_PERSON');
      await this.posting.reverse(tx, pool, refund, request.reason);
      const row = await this.save(tx, refund, { state, decisionReason: request.reason });
      const counted = await this.refundAccess.recordPosting(tx, pool, row, {
        kind: stepOf.reverse,
        sign: -1,
      });
      return this.views.one(tx, counted, row);
    });
  }

  private async end(
    tx: Transaction,
    request: RefundIdRequest & { readonly reason: string | null },
    verb: 'return' | 'withdraw',
  ): Promise<RefundView> {
    const rule = verb === 'return' ? ledgerActions.approveCostPool : actions.proposeRefund;
    const { pool, refund } = await this.lock(tx, request, rule);
    const state = nextRefundState(refund.state, verb);
    const row = await this.save(tx, refund, { state, decisionReason: request.reason });
    return this.views.one(tx, await this.refundAccess.recordChange(tx, pool, row, stepOf[verb]), row);
  }

  private async lock(
    tx: Transaction,
    { costPoolId, refundId }: RefundIdRequest,
    rule: typeof actions.proposeRefund | typeof ledgerActions.approveCostPool,
  ): Promise<{ pool: CostPoolRow; refund: RefundRow }> {
    const pool = await this.refundAccess.lockPool(tx, costPoolId, rule);
    const refund = await this.refunds.find(tx, pool.id, refundId);
    if (refund === null) throw new DomainError('NOT_FOUND');
    requireVersion(tx, refund.version);
    return { pool, refund };
  }

  private async save(tx: Transaction, before: RefundRow, changes: Partial<RefundRow>): Promise<RefundRow> {
    const decided = { decidedBy: tx.personId, decidedAt: tx.now };
    const row = { ...before, ...changes, ...decided, version: before.version + 1 };
    await this.refunds.update(tx, row);
    const { id, state, entryId, decisionReason } = row;
    tx.audit({
      noun: 'refund',
      id,
      before: { state: before.state },
      after: { state, entryId, decisionReason },
    });
    return row;
  }
}
