import { Injectable } from '@nestjs/common';
import { settlementEvents } from '@gongxiang/contracts/settlement/settlement-events';
import { sum, toWire } from '@gongxiang/domain';
import { recordEvent, Republishes } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import type { CostPoolRow } from './cost-pool.entity.js';
import { CostPoolRepository } from './cost-pool.repository.js';

/** What others are told of an approved pool. */
@Injectable()
export class PoolNews {
  constructor(private readonly pools: CostPoolRepository) {}

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

  /** Tells a page of what is approved anew. @returns the last id, or null at the end */
  @Republishes('costPool')
  async republish(tx: Transaction, afterId: string | null, limit: number): Promise<string | null> {
    const pools = await this.pools.approvedAfter(tx, afterId, limit);
    for (const pool of pools) await this.tell(tx, pool);
    return pools.at(-1)?.id ?? null;
  }
}
