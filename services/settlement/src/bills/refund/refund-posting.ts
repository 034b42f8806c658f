import { Injectable } from '@nestjs/common';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import type { CostPoolRow } from '../cost-pool/cost-pool.entity.js';
import { PoolChainRepository } from '../cost-pool/pool-chain.repository.js';
import { supplementStands } from '../cost-pool/standing-supplement.js';
import { Book, type PostingDraft } from '../../ledger/book.service.js';
import { LedgerRepository } from '../../ledger/ledger.repository.js';
import { RefundDesk } from './refund-desk.js';
import type { RefundRow } from './refund.entity.js';
import { duesOfPlan, RefundViews } from './refund.view.js';

/** Brings what is owed of a refund into the ledger, and takes it back. */
@Injectable()
export class RefundPosting {
  constructor(
    private readonly desk: RefundDesk,
    private readonly views: RefundViews,
    private readonly chain: PoolChainRepository,
    private readonly book: Book,
    private readonly ledger: LedgerRepository,
  ) {}

  /** What was proposed and looked at is posted, as it was. @returns null where nobody owes anything */
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
    const title = await this.desk.titleOf(tx, pool);
    const { id: sourceId, reason } = refund;
    return this.book.post(tx, { kind: 'refund', title, unionId: pool.unionId, sourceId, reason, postings });
  }

  /** @throws DomainError `SUPPLEMENT_STANDS` where a later supplement was split by what the refund had left */
  async reverse(tx: Transaction, pool: CostPoolRow, refund: RefundRow, reason: string): Promise<void> {
    const chain = await this.chain.chainOf(tx, pool.supplementOf ?? pool.id);
    const isSplitSince = chain.some(
      ({ id, state, approvedAt }) =>
        id > pool.id && state === 'approved' && (approvedAt ?? tx.now) >= (refund.decidedAt ?? tx.now),
    );
    // Supplements go back from the last on, so the last is the one that is named.
    const last = (await this.chain.lastInForceAfter(tx, [pool])).get(pool.id);
    if (isSplitSince && last !== undefined) throw supplementStands(last);
    if (refund.entryId === null) return;
    const entry = await this.ledger.findEntry(tx, refund.entryId);
    if (entry === null) throw new DomainError('NOT_FOUND');
    await this.book.reverse(tx, entry, { reason, personId: tx.personId });
  }
}
