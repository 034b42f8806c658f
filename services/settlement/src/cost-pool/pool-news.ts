import { Injectable } from '@nestjs/common';
import { type EntryReversed, settlementEvents } from '@gongxiang/contracts';
import { sum, toWire } from '@gongxiang/domain';
import { recordEvent } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { LedgerRepository } from '../ledger/ledger.repository.js';
import type { CostPoolRow } from './cost-pool.entity.js';
import { nextState } from './cost-pool.model.js';
import { CostPoolRepository } from './cost-pool.repository.js';
import { PoolDesk } from './pool-desk.service.js';

/** What others are told of an approved pool, and what a pool hears of its entry. */
@Injectable()
export class PoolNews {
  constructor(
    private readonly pools: CostPoolRepository,
    private readonly desk: PoolDesk,
    private readonly ledger: LedgerRepository,
  ) {}

  /** What each party bears by now, refunds taken off: told again after each of them, in the pool's next version. */
  async tell(tx: Transaction, pool: CostPoolRow): Promise<void> {
    const shares = (await this.pools.sharesOf(tx, pool.id)).map(
      ({ partyKind: kind, partyId: id, amountFen, returnedFen }) => ({
        party: { kind, id },
        fen: amountFen - returnedFen,
      }),
    );
    const subsidy = (pool.subsidyFen ?? 0n) - pool.subsidyReturnedFen;
    await recordEvent(tx, settlementEvents.costPoolApproved, pool.id, {
      costPoolId: pool.id,
      version: pool.version,
      activityId: pool.activityId,
      total: toWire(subsidy + sum(shares.map(({ fen }) => fen))),
      subsidy: toWire(subsidy),
      shares: shares.map(({ party, fen }) => ({ party, amount: toWire(fen) })),
      approvedAt: (pool.approvedAt ?? tx.now).toISOString(),
    });
  }

  /** A pool whose entry was reversed makes room for a correction of the same activity. */
  async reversed(tx: Transaction, { sourceId, reversalId }: EntryReversed): Promise<void> {
    const seen = await this.pools.findById(tx, sourceId);
    if (seen?.state !== 'approved') return;
    const pool = await this.desk.take(tx, sourceId);
    const reversal = await this.ledger.findEntry(tx, reversalId);
    await this.pools.releaseInvoices(tx, pool.id);
    await this.desk.save(tx, pool, { state: nextState(pool.state, 'reverse') });
    const by = { doneBy: reversal?.postedBy ?? null, reason: reversal?.reason ?? null };
    await this.desk.note(tx, pool, 'reversed', by);
  }

  /** Tells a page of what is approved anew. @returns the last id, or null at the end */
  async republish(tx: Transaction, afterId: string | null, limit: number): Promise<string | null> {
    const pools = await this.pools.approvedAfter(tx, afterId, limit);
    for (const pool of pools) await this.tell(tx, pool);
    return pools.at(-1)?.id ?? null;
  }
}
