import { Injectable } from '@nestjs/common';
import { newId, parsePartyKey } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { drawsOf } from './subsidy-balance.model.js';
import { SubsidyKeeper } from './subsidy-keeper.service.js';
import { nextSubsidyState, subsidyLife } from './subsidy-life.model.js';
import type { SubsidyRow } from './subsidy.entity.js';
import { SubsidyRepository } from './subsidy.repository.js';

/** What a cost pool makes its source of subsidy give. */
export interface PoolSubsidy {
  readonly costPoolId: string;
  readonly activityId: string;
  /** `union:<id>` */
  readonly source: string;
  readonly amountFen: bigint;
  readonly totalFen: bigint;
}

/**
 * Lets cost pools draw on what their source has given for their activity. By the pool's own entry the source owes those who
 * paid; by the entry of the draw the receiver, who was given the money before, owes the source as much.
 */
@Injectable()
export class SubsidyDraws {
  constructor(
    private readonly subsidies: SubsidyRepository,
    private readonly keeper: SubsidyKeeper,
  ) {}

  /** Whether it could be drawn now. @throws DomainError 409 `SUBSIDY_BEYOND_GRANT` */
  async check(tx: Transaction, pool: PoolSubsidy): Promise<void> {
    drawsOf((await this.of(tx, pool, false)).map(drawable), pool);
  }

  /** Draws, under the locks of the subsidies. @throws DomainError 409 `SUBSIDY_BEYOND_GRANT` */
  async draw(tx: Transaction, pool: PoolSubsidy): Promise<void> {
    const rows = await this.of(tx, pool, true);
    const movedBy = tx.personId;
    for (const { subsidyId, amountFen } of drawsOf(rows.map(drawable), pool)) {
      const row = rows.find(({ id }) => id === subsidyId) as SubsidyRow;
      const id = newId();
      const entry = { kind: 'subsidyDrawn', sourceId: id, amountFen, postedBy: movedBy } as const;
      const entryId = await this.keeper.post(tx, row, entry);
      const { costPoolId } = pool;
      const state = nextSubsidyState(row.state, 'draw');
      await this.keeper.move(
        tx,
        row,
        { id, kind: 'drawn', amountFen, costPoolId, entryId, movedBy },
        { state },
      );
    }
  }

  /** Only unions give subsidies by programmes. */
  private async of(tx: Transaction, pool: PoolSubsidy, isLocked: boolean): Promise<SubsidyRow[]> {
    const { kind, id: giverUnionId } = parsePartyKey(pool.source);
    if (kind !== 'union') return [];
    return this.subsidies.forActivity(tx, { activityId: pool.activityId, giverUnionId }, isLocked);
  }
}

function drawable(row: SubsidyRow) {
  return { ...row, isUsable: subsidyLife.draw.from.includes(row.state) };
}
