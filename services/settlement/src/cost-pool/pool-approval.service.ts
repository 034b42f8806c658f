import { Injectable } from '@nestjs/common';
import {
  type ApproveCostPoolRequest,
  costPoolContract,
  type CostPoolView,
  type EntryReversed,
  type ReturnCostPoolRequest,
  settlementEvents,
  type SubmitCostPoolRequest,
} from '@gongxiang/contracts';
import { type CallContext, DomainError, partyKey, sum, toWire } from '@gongxiang/domain';
import { recordEvent } from '@gongxiang/messaging/events';
import type { Outcome } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { readTerms } from '../agreement/cost-terms.js';
import { subsidySource } from '../agreement/verdict.model.js';
import { Book, type PostingDraft } from '../ledger/book.service.js';
import type { CostPoolRow, CostShareRow } from './cost-pool.entity.js';
import { nextState } from './cost-pool.model.js';
import { CostPoolRepository } from './cost-pool.repository.js';
import { duesOf } from './dues.model.js';
import { PoolDesk } from './pool-desk.service.js';
import { PoolGate } from './pool-gate.service.js';

/** From the computed shares to the ledger: one person submits, another approves. */
@Injectable()
export class PoolApprovalService {
  constructor(
    private readonly transactions: Transactions,
    private readonly pools: CostPoolRepository,
    private readonly desk: PoolDesk,
    private readonly gate: PoolGate,
    private readonly book: Book,
  ) {}

  submit(request: SubmitCostPoolRequest, call: CallContext): Promise<Outcome<CostPoolView>> {
    return this.transactions.command(call, costPoolContract.submit, request, async (tx) => {
      const pool = await this.desk.take(tx, request.costPoolId);
      await this.desk.guard(tx, pool, actions.submitCostPool, pool.unionId);
      const state = nextState(pool.state, 'submit');
      if (pool.totalFen === null) throw new DomainError('SHARES_NOT_COMPUTED');
      await this.gate.require(tx, pool);
      const changes = { state, submittedBy: tx.personId, submittedAt: tx.now, returnReason: null };
      return this.desk.view(tx, await this.desk.save(tx, pool, changes));
    });
  }

  return(request: ReturnCostPoolRequest, call: CallContext): Promise<Outcome<CostPoolView>> {
    return this.transactions.command(call, costPoolContract.return, request, async (tx) => {
      const pool = await this.desk.take(tx, request.costPoolId);
      await this.desk.guard(tx, pool, actions.approveCostPool, pool.unionId);
      const state = nextState(pool.state, 'return');
      const changes = { state, submittedBy: null, submittedAt: null, returnReason: request.reason };
      return this.desk.view(tx, await this.desk.save(tx, pool, changes));
    });
  }

  /**
   * E83: a different person than the submitter. An approver of a union above reaches down, so a union without one is
   * not stuck. The entry is posted in the same transaction: an approved pool is a posted one.
   */
  approve(request: ApproveCostPoolRequest, call: CallContext): Promise<Outcome<CostPoolView>> {
    return this.transactions.command(call, costPoolContract.approve, request, async (tx) => {
      const pool = await this.desk.take(tx, request.costPoolId);
      await this.desk.guard(tx, pool, actions.approveCostPool, pool.unionId);
      const state = nextState(pool.state, 'approve');
      if (pool.submittedBy === tx.personId) throw new DomainError('SAME_PERSON');
      await this.gate.require(tx, pool);
      const shares = await this.pools.sharesOf(tx, pool.id);
      await this.desk.subsidise(tx, pool, 'draw');
      const entryId = await this.post(tx, pool, shares);
      const changes = { state, approvedBy: tx.personId, approvedAt: tx.now, entryId };
      const approved = await this.desk.save(tx, pool, changes);
      await this.tell(tx, approved, shares);
      return this.desk.view(tx, approved);
    });
  }

  /** A pool whose entry was reversed makes room for a correction of the same activity. */
  async reversed(tx: Transaction, { sourceId }: EntryReversed): Promise<void> {
    const pool = await this.pools.lockById(tx, sourceId);
    if (pool?.state !== 'approved') return;
    await this.pools.releaseInvoices(tx, pool.id);
    await this.desk.save(tx, pool, { state: nextState(pool.state, 'reverse') });
  }

  /** Tells a page of what is approved anew. @returns the last id, or null at the end */
  async republish(tx: Transaction, afterId: string | null, limit: number): Promise<string | null> {
    const pools = await this.pools.approvedAfter(tx, afterId, limit);
    for (const pool of pools) await this.tell(tx, pool, await this.pools.sharesOf(tx, pool.id));
    return pools.at(-1)?.id ?? null;
  }

  private async post(
    tx: Transaction,
    pool: CostPoolRow,
    shares: readonly CostShareRow[],
  ): Promise<string | null> {
    const items = await this.pools.itemsOf(tx, pool.id);
    const paid = items.map(({ payerKind, payerId, incomeKind, amountFen }) => ({
      party: partyKey({ kind: payerKind, id: payerId }),
      incomeKind,
      amount: amountFen,
    }));
    const source = subsidySource(readTerms(pool.terms));
    const borne = shares.map(({ partyKind: kind, partyId: id, amountFen }) => ({
      party: partyKey({ kind, id }),
      amount: amountFen,
    }));
    if (source !== null) borne.push({ party: source, amount: pool.subsidyFen ?? 0n });
    // E77: what is posted is what was paid, to the fen, whatever is written elsewhere.
    const isWhole = sum(borne.map(({ amount }) => amount)) === sum(paid.map(({ amount }) => amount));
    if (!isWhole) throw new Error(`the shares of cost pool ${pool.id} do not make its total`);
    const postings = duesOf(borne, paid).map(({ debtor, creditor, incomeKind, amount }): PostingDraft => ({
      debit: { party: debtor, incomeKind, purpose: 'current' },
      credit: { party: creditor, incomeKind, purpose: 'current' },
      amountFen: amount,
      incomeKind,
    }));
    if (postings.length === 0) return null;
    const title = await this.desk.titleOf(tx, pool);
    return this.book.post(tx, { kind: 'costs', title, unionId: pool.unionId, sourceId: pool.id, postings });
  }

  private async tell(tx: Transaction, pool: CostPoolRow, shares: readonly CostShareRow[]): Promise<void> {
    await recordEvent(tx, settlementEvents.costPoolApproved, pool.id, {
      costPoolId: pool.id,
      version: pool.version,
      activityId: pool.activityId,
      total: toWire(pool.totalFen ?? 0n),
      subsidy: toWire(pool.subsidyFen ?? 0n),
      shares: shares.map(({ partyKind: kind, partyId: id, amountFen }) => ({
        party: { kind, id },
        amount: toWire(amountFen),
      })),
      approvedAt: (pool.approvedAt ?? tx.now).toISOString(),
    });
  }
}
