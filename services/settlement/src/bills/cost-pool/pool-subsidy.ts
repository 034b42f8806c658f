import { Injectable } from '@nestjs/common';
import { sum } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { readTerms } from '../../agreements/agreement/cost-terms.js';
import { subsidySource } from '../../agreements/agreement/verdict.model.js';
import { SubsidyDraws } from '../../funding/subsidy/subsidy-draw.service.js';
import type { CostPoolRow } from './cost-pool.entity.js';

/** Applies a pool's subsidy against the subsidies already granted for the activity. */
@Injectable()
export class PoolSubsidy {
  constructor(private readonly draws: SubsidyDraws) {}

  /** @param how `check` when the shares are computed, `draw` when the pool is approved */
  async move(tx: Transaction, pool: CostPoolRow, how: 'check' | 'draw'): Promise<void> {
    const { id: costPoolId, activityId, subsidyFen: amountFen, totalFen } = pool;
    const before = pool.earlier ?? [];
    const earlier = {
      costPoolIds: before.map(({ id }) => id),
      grantedFen: sum(before.map((one) => BigInt(one.subsidy) - BigInt(one.subsidyReturned))),
    };
    const source = subsidySource(readTerms(pool.terms));
    // A shared bill has no subsidy.
    if (source === null || activityId === null || amountFen === null || totalFen === null) return;
    await this.draws[how](tx, { costPoolId, activityId, source, amountFen, totalFen, earlier });
  }
}
