import { Injectable } from '@nestjs/common';
import { partyKey, sum } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { readTerms } from '../../agreements/agreement/cost-terms.js';
import { subsidySource } from '../../agreements/agreement/verdict.model.js';
import { LedgerWriter, type PostingDraft } from '../../ledger/ledger-writer.js';
import type { CostItemRow, CostPoolRow } from './cost-pool.entity.js';
import { CostPoolRepository } from './cost-pool.repository.js';
import { type Due, duesOf, type Paid } from './dues.model.js';
import { PoolAccess } from './pool-access.js';
import { PoolSubsidy } from './pool-subsidy.js';

/** Posts the debts of a pool to the ledger. */
@Injectable()
export class PoolPosting {
  constructor(
    private readonly pools: CostPoolRepository,
    private readonly poolAccess: PoolAccess,
    private readonly ledgerWriter: LedgerWriter,
    private readonly subsidy: PoolSubsidy,
  ) {}

  /** @returns the id of the entry; null if nobody owes anything */
  async post(tx: Transaction, pool: CostPoolRow): Promise<string | null> {
    await this.subsidy.move(tx, pool, 'draw');
    const postings = (await this.dues(tx, pool)).map(
      ({ debtor, creditor, incomeKind, amount }): PostingDraft => ({
        debit: { party: debtor, incomeKind, purpose: 'current' },
        credit: { party: creditor, incomeKind, purpose: 'current' },
        amountFen: amount,
        incomeKind,
      }),
    );
    if (postings.length === 0) return null;
    const title = await this.poolAccess.titleOf(tx, pool);
    return this.ledgerWriter.post(tx, {
      kind: 'costs',
      title,
      unionId: pool.unionId,
      sourceId: pool.id,
      postings,
    });
  }

  /** Who owes whom by the shares and bills of a pool. */
  async dues(tx: Transaction, pool: CostPoolRow): Promise<Due<CostItemRow['incomeKind']>[]> {
    const paid = (await this.pools.itemsOf(tx, pool.id)).map((item) => paidBy(item, item.amountFen));
    const source = subsidySource(readTerms(pool.terms));
    const borne = (await this.pools.sharesOf(tx, pool.id)).map(
      ({ partyKind: kind, partyId: id, amountFen }) => ({ party: partyKey({ kind, id }), amount: amountFen }),
    );
    if (source !== null) borne.push({ party: source, amount: pool.subsidyFen ?? 0n });
    // E77: the posted total must equal the paid total to the fen, whatever other records say.
    const isWhole = sum(borne.map(({ amount }) => amount)) === sum(paid.map(({ amount }) => amount));
    if (!isWhole) throw new Error(`the shares of cost pool ${pool.id} do not make its total`);
    return duesOf(borne, paid);
  }
}

/** The amount that the payer of a bill paid or got back. */
export function paidBy(item: CostItemRow, amount: bigint): Paid<CostItemRow['incomeKind']> {
  const { payerKind: kind, payerId: id, incomeKind } = item;
  return { party: partyKey({ kind, id }), incomeKind, amount };
}
