import { Injectable } from '@nestjs/common';
import { settlementEvents } from '@gongxiang/contracts/settlement/settlement-events';
import { sum, toWire } from '@gongxiang/domain';
import { recordEvent, Republishes } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import type { CostPoolRow } from './cost-pool.entity.js';
import { CostPoolRepository } from './cost-pool.repository.js';

/** Publishes events about approved pools. */
@Injectable()
export class PoolEvents {
  constructor(private readonly pools: CostPoolRepository) {}

  /** Publishes what each party bears, net of refunds; repeated with the pool's next version after each refund. */
  async publishApproved(tx: Transaction, pool: CostPoolRow): Promise<void> {
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

  /** Republishes a page of approved pools. @returns the last id, or null at the end */
  @Republishes('costPool')
  async republish(tx: Transaction, afterId: string | null, limit: number): Promise<string | null> {
    const pools = await this.pools.approvedAfter(tx, afterId, limit);
    for (const pool of pools) await this.publishApproved(tx, pool);
    return pools.at(-1)?.id ?? null;
  }
}
