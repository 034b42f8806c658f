import { Injectable } from '@nestjs/common';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import type { CostPoolRow } from '../cost-pool/cost-pool.entity.js';
import { PoolChainRepository } from '../cost-pool/pool-chain.repository.js';
import { supplementStands } from '../cost-pool/standing-supplement.js';
import { LedgerWriter, type PostingDraft } from '../../ledger/ledger-writer.js';
import { LedgerRepository } from '../../ledger/ledger.repository.js';
import { RefundAccess } from './refund-access.js';
import type { RefundRow } from './refund.entity.js';
import { duesOfPlan, RefundViews } from './refund.view.js';

/** Posts the debts of a refund to the ledger, and reverses them. */
@Injectable()
export class RefundPosting {
  constructor(
    private readonly refundAccess: RefundAccess,
    private readonly views: RefundViews,
    private readonly chain: PoolChainRepository,
    private readonly ledgerWriter: LedgerWriter,
    private readonly ledger: LedgerRepository,
  ) {}

  /** Posts the stored plan exactly as it was proposed. @returns null if nobody owes anything */
  async post(tx: Transaction, pool: CostPoolRow, refund: RefundRow): Promise<string | null> {
    const plan = (await this.views.stored(tx, pool, [refund])).get(refund.id);
    if (plan === undefined) throw new Error(`refund ${refund.id} has neither lines nor parts`);
    const postings = duesOfPlan(plan).map(({ debtor, creditor, incomeKind, amount }): PostingDraft => ({
      debit: { party: debtor, incomeKind, purpose: 'current' },
      credit: { party: creditor, incomeKind, purpose: 'current' },
      amountFen: amount,
      incomeKind,
    }));
    if (postings.length === 0) return null;
    const title = await this.refundAccess.titleOf(tx, pool);
    const { id: sourceId, reason } = refund;
    return this.ledgerWriter.post(tx, {
      kind: 'refund',
      title,
      unionId: pool.unionId,
      sourceId,
      reason,
      postings,
    });
  }

  /** @throws DomainError `SUPPLEMENT_STANDS` if a later supplement was split by the amounts after this refund */
  async reverse(tx: Transaction, pool: CostPoolRow, refund: RefundRow, reason: string): Promise<void> {
    const chain = await this.chain.chainOf(tx, pool.supplementOf ?? pool.id);
    const isSplitSince = chain.some(
      ({ id, state, approvedAt }) =>
        id > pool.id && state === 'approved' && (approvedAt ?? tx.now) >= (refund.decidedAt ?? tx.now),
    );
    // Supplements are reversed from the last on, so the error names the last one.
    const last = (await this.chain.lastInForceAfter(tx, [pool])).get(pool.id);
    if (isSplitSince && last !== undefined) throw supplementStands(last);
    if (refund.entryId === null) return;
    const entry = await this.ledger.findEntry(tx, refund.entryId);
    if (entry === null) throw new DomainError('NOT_FOUND');
    await this.ledgerWriter.reverse(tx, entry, { reason, personId: tx.personId });
  }
}
