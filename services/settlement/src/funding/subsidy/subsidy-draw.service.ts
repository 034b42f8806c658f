import { Injectable } from '@nestjs/common';
import { newId, parsePartyKey, sum } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { drawsOf, type Wanted } from './subsidy-balance.model.js';
import { SubsidyAccess } from './subsidy-access.js';
import { nextSubsidyState, subsidyLife } from './subsidy-life.model.js';
import type { SubsidyRow } from './subsidy.entity.js';
import { SubsidyRepository } from './subsidy.repository.js';

/** The subsidy that a cost pool claims from its source. */
interface PoolSubsidy {
  readonly costPoolId: string;
  readonly activityId: string;
  /** `union:<id>` */
  readonly source: string;
  readonly amountFen: bigint;
  readonly totalFen: bigint;
  /** The earlier pools of its chain, and what the source paid by them net of refunds. */
  readonly earlier: { readonly costPoolIds: readonly string[]; readonly grantedFen: bigint };
}

/**
 * Lets cost pools draw on the subsidies that their source granted for the activity. By the pool's entry the source
 * owes the payers; by the entry of the draw the receiver, who already has the money, owes the source the same amount.
 */
@Injectable()
export class SubsidyDraws {
  constructor(
    private readonly subsidies: SubsidyRepository,
    private readonly subsidyAccess: SubsidyAccess,
  ) {}

  /** Checks whether the amount could be drawn. @throws DomainError 409 `SUBSIDY_BEYOND_GRANT` */
  async check(tx: Transaction, pool: PoolSubsidy): Promise<void> {
    drawsOf((await this.of(tx, pool, false)).map(drawable), await this.wantedBy(tx, pool));
  }

  /** Draws under the locks of the subsidies. @throws DomainError 409 `SUBSIDY_BEYOND_GRANT` */
  async draw(tx: Transaction, pool: PoolSubsidy): Promise<void> {
    const rows = await this.of(tx, pool, true);
    const movedBy = tx.personId;
    for (const { subsidyId, amountFen } of drawsOf(rows.map(drawable), await this.wantedBy(tx, pool))) {
      const row = rows.find(({ id }) => id === subsidyId) as SubsidyRow;
      const id = newId();
      const entry = { kind: 'subsidyDrawn', sourceId: id, amountFen, postedBy: movedBy } as const;
      const entryId = await this.subsidyAccess.post(tx, row, entry);
      const { costPoolId } = pool;
      const state = nextSubsidyState(row.state, 'draw');
      await this.subsidyAccess.recordMove(
        tx,
        row,
        { id, kind: 'drawn', amountFen, costPoolId, entryId, movedBy },
        { state },
      );
    }
  }

  /** The amount drawn by earlier pools beyond what they still claim was returned by refunds. */
  private async wantedBy(tx: Transaction, pool: PoolSubsidy): Promise<Wanted> {
    const { amountFen, totalFen, earlier } = pool;
    const moves = await this.subsidies.drawnBy(tx, earlier.costPoolIds);
    const backFen = sum(moves.map((move) => move.amountFen)) - earlier.grantedFen;
    return { amountFen, totalFen, backFen: backFen > 0n ? backFen : 0n };
  }

  /** Only unions grant subsidies by programmes. */
  private async of(tx: Transaction, pool: PoolSubsidy, isLocked: boolean): Promise<SubsidyRow[]> {
    const { kind, id: giverUnionId } = parsePartyKey(pool.source);
    if (kind !== 'union') return [];
    return this.subsidies.forActivity(tx, { activityId: pool.activityId, giverUnionId }, isLocked);
  }
}

function drawable(row: SubsidyRow) {
  return { ...row, isUsable: subsidyLife.draw.from.includes(row.state) };
}
