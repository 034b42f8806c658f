import { Injectable } from '@nestjs/common';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { LimitGuard } from '../../ledger/limit-guard.service.js';
import { ConfirmationRequests } from '../confirmation/confirmation-requests.js';
import { ConfirmationRepository } from '../confirmation/confirmation.repository.js';
import type { CostPoolRow } from '../cost-pool/cost-pool.entity.js';
import { nextState, unsubmitted } from '../cost-pool/cost-pool.model.js';
import { CostPoolRepository } from '../cost-pool/cost-pool.repository.js';
import { PoolAccess } from '../cost-pool/pool-access.js';
import type { PoolConsents } from '../cost-pool/pool-consents.js';
import { PoolChainRepository } from '../cost-pool/pool-chain.repository.js';
import { PoolEvents } from '../cost-pool/pool-events.js';
import { PoolPosting } from '../cost-pool/pool-posting.js';

/** The length of a reason in the contract of a pool's steps. */
const returnReasonMax = 500;

/**
 * Nobody is bound by a bill that another union has entered: without an agreement, each party that is to bear something
 * agrees first. Only then is the bill posted, as a whole; one refusal, or one silence, sends it back.
 */
@Injectable()
export class SharedBillConsents implements PoolConsents {
  constructor(
    private readonly pools: CostPoolRepository,
    private readonly confirmations: ConfirmationRepository,
    private readonly requests: ConfirmationRequests,
    private readonly poolAccess: PoolAccess,
    private readonly posting: PoolPosting,
    private readonly poolEvents: PoolEvents,
    private readonly limits: LimitGuard,
    private readonly chain: PoolChainRepository,
  ) {}

  /** The approver speaks for the parties of the approving union, so these are not asked. */
  async ask(tx: Transaction, pool: CostPoolRow): Promise<CostPoolRow> {
    const dues = await this.posting.dues(tx, pool);
    const postings = dues.map(({ amount: amountFen }) => ({
      debitAccount: '',
      creditAccount: '',
      amountFen,
    }));
    // Whoever answers last posts it, so the approver's own limit is applied now.
    await this.limits.requireApprovalLimit(tx, { kind: 'costs', unionId: pool.unionId, postings });
    const state = nextState(pool.state, 'ask');
    await this.poolAccess.recordStep(tx, pool, 'approved', { amountFen: pool.totalFen });
    const asked = await this.poolAccess.save(tx, pool, { state, approvedBy: tx.personId });
    const title = await this.poolAccess.titleOf(tx, pool);
    const debts = dues.map(({ debtor: from, creditor: to, amount: amountFen }) => ({ from, to, amountFen }));
    const count = await this.requests.askBefore(tx, {
      costPoolId: pool.id,
      unionId: pool.unionId,
      title,
      debts,
    });
    return count === 0 ? this.post(tx, asked) : asked;
  }

  async lapse(tx: Transaction, { id }: CostPoolRow): Promise<void> {
    await this.requests.lapseBefore(tx, id);
  }

  async cancel(tx: Transaction, pool: CostPoolRow): Promise<void> {
    const state = nextState(pool.state, 'cancel');
    if (pool.state === 'asked') await this.lapse(tx, pool);
    await this.pools.freeInvoices(tx, [pool.id]);
    await this.poolAccess.recordStep(tx, pool, 'cancelled');
    await this.poolAccess.save(tx, pool, { state });
  }

  async agreed(tx: Transaction, costPoolId: string, partyName: string): Promise<void> {
    const pool = await this.locked(tx, costPoolId);
    await this.poolAccess.recordStep(tx, pool, 'agreed', { subject: partyName });
    const asked = await this.confirmations.beforeEntry(tx, costPoolId);
    if (asked.every(({ state }) => state === 'confirmed')) await this.post(tx, pool);
    else await this.poolAccess.hint(tx, pool);
  }

  async refused(
    tx: Transaction,
    costPoolId: string,
    { partyName, reason }: { readonly partyName: string; readonly reason: string | null },
  ): Promise<void> {
    const pool = await this.locked(tx, costPoolId);
    const state = nextState(pool.state, 'refuse');
    await this.lapse(tx, pool);
    const kind = reason === null ? 'unanswered' : 'refused';
    // Silence is nobody's step.
    const doneBy = reason === null ? null : tx.personId;
    await this.chain.addSteps(tx, [{ costPoolId, kind, subject: partyName, reason, doneBy }]);
    const returnReason = returnReasonOf(partyName, reason);
    await this.poolAccess.save(tx, pool, { state, ...unsubmitted, returnReason });
  }

  /** All have agreed: what they have confirmed now belongs to the entry, see `ConfirmationRequests.posted`. */
  private async post(tx: Transaction, pool: CostPoolRow): Promise<CostPoolRow> {
    const state = nextState(pool.state, 'agree');
    const entryId = await this.posting.post(tx, pool);
    const posted = await this.poolAccess.save(tx, pool, { state, entryId, approvedAt: tx.now });
    await this.poolEvents.publishApproved(tx, posted);
    return posted;
  }

  private async locked(tx: Transaction, costPoolId: string): Promise<CostPoolRow> {
    const pool = await this.pools.lockById(tx, costPoolId);
    if (pool === null) throw new DomainError('NOT_FOUND');
    return pool;
  }
}

/** Whoever reads why it came back may read either language; a reason that a party gave stays as it was written. */
function returnReasonOf(partyName: string, reason: string | null): string {
  return reason === null
    ? `${partyName}：逾期未答复 / did not answer in time`
    : `${partyName}：${reason}`.slice(0, returnReasonMax);
}
