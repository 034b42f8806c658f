import { Injectable } from '@nestjs/common';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { ActivityAccess } from '../../activities/activity/activity-access.js';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { ActivityRepository } from '../../activities/activity/activity.repository.js';
import { PoolRepository } from '../../activities/pool/pool.repository.js';
import { requireNotStarted } from '../../seats/registration/eligibility.model.js';
import { actions } from '../../activities/actions.js';
import type { Plan, PlannedPool } from './plan.model.js';
import { PlannedUnionRepository } from './planned-union.repository.js';

/** Reads the plan of an activity, without a lock, so that no sign-up waits for it. */
@Injectable()
export class PlanReader {
  constructor(
    private readonly activities: ActivityRepository,
    private readonly access: ActivityAccess,
    private readonly pools: PoolRepository,
    private readonly unions: PlannedUnionRepository,
  ) {}

  /** @throws DomainError `NOT_FOUND`, `NOT_PERMITTED`, `ACTIVITY_NOT_OPEN`, `ACTIVITY_STARTED` */
  async activity(tx: Transaction, activityId: string): Promise<ActivityRow> {
    tx.authorise(actions.seeActivity, {});
    const row = await this.activities.findById(tx, activityId);
    if (row === null) throw new DomainError('NOT_FOUND');
    await this.access.manage(tx, row);
    const { state, startsAt } = row;
    requireNotStarted({ state: state === 'draft' ? 'published' : state, startsAt }, tx.now);
    return row;
  }

  async plan(tx: Transaction, row: ActivityRow): Promise<Plan> {
    const hostIds = [row.unionId, ...row.coHosts.map(({ unionId }) => unionId)];
    return {
      activity: { ...row, isDrawn: row.draw?.decides === true },
      pools: await this.poolsOf(tx, row.id),
      caps: await this.pools.capsOf(tx, row.id),
      hosts: await this.unions.of(tx, hostIds),
      invited: await this.unions.of(tx, row.eligibility?.unionIds ?? []),
    };
  }

  private async poolsOf(tx: Transaction, activityId: string): Promise<PlannedPool[]> {
    const rows = await this.pools.rowsOf(tx, activityId);
    const placed = await this.pools.ofActivity(tx, activityId);
    const pathOf = new Map(placed.map(({ id, unionPath }) => [id, unionPath]));
    return rows.map((row) => ({ ...row, unionPath: pathOf.get(row.id) ?? null }));
  }
}
