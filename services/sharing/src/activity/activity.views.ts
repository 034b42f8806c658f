import { Injectable } from '@nestjs/common';
import type { ActivityView } from '@gongxiang/contracts';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow, ShownActivity } from './activity.entity.js';
import { phaseOf } from './activity.phase.js';
import { ActivityRepository } from './activity.repository.js';
import { activityViewOf } from './activity.view.js';

/** Activities as they are shown. Whether one is full is asked for those alone of which sign-up is open, all at once. */
@Injectable()
export class ActivityViews {
  constructor(private readonly activities: ActivityRepository) {}

  async all(tx: Transaction, rows: readonly ShownActivity[]): Promise<ActivityView[]> {
    const { now } = tx;
    const full = await this.fullAmong(tx, rows);
    return rows.map((row) => activityViewOf(row, { now, isFull: full.has(row.id) }));
  }

  /** The ids of those of which all seats are taken. */
  fullAmong(tx: Transaction, rows: readonly ShownActivity[]): Promise<ReadonlySet<string>> {
    const open = rows.filter((row) => phaseOf(row, tx.now, false) === 'signUpOpen');
    return this.activities.fullAmong(
      tx,
      open.map(({ id }) => id),
    );
  }

  async one(tx: Transaction, row: ActivityRow): Promise<ActivityView> {
    const [view] = await this.all(tx, [row]);
    return view ?? activityViewOf(row, tx);
  }
}
