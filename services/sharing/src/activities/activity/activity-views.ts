import { Injectable } from '@nestjs/common';
import type { ActivityPhase } from '@gongxiang/contracts/sharing/activities/activity-phase.contract';
import type { ActivityView } from '@gongxiang/contracts/sharing/activities/activity.contract';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow, ShownActivity } from './activity.entity.js';
import { phaseOf } from './activity-phase.js';
import { ActivityRepository } from './activity.repository.js';
import { activityFieldsOf, activityViewOf } from './activity.view.js';

interface ListedActivity {
  readonly view: ActivityView;
  /** The view as JSON, cached with it. */
  readonly json: string;
}

/** Views of activities. */
@Injectable()
export class ActivityViews {
  /** Cached views of unchanged rows; only the phase depends on the time. */
  private readonly shown = new WeakMap<ShownActivity, ListedActivity>();

  constructor(private readonly activities: ActivityRepository) {}

  /** Those whose seats are all taken: one query, only for activities with open sign-up. */
  fullAmong(tx: Transaction, rows: readonly ShownActivity[]): Promise<ReadonlySet<string>> {
    const open = rows.filter((row) => phaseOf(row, tx.now, false) === 'signUpOpen');
    return this.activities.fullAmong(
      tx,
      open.map(({ id }) => id),
    );
  }

  /** @param rows of a list; the same objects as long as nobody updates them */
  async all(tx: Transaction, rows: readonly ShownActivity[]): Promise<ListedActivity[]> {
    const full = await this.fullAmong(tx, rows);
    return rows.map((row) => this.listed(row, phaseOf(row, tx.now, full.has(row.id))));
  }

  private listed(row: ShownActivity, phase: ActivityPhase): ListedActivity {
    const before = this.shown.get(row);
    if (before?.view.phase === phase) return before;
    const view = { ...activityFieldsOf(row), phase };
    const listed = { view, json: JSON.stringify(view) };
    this.shown.set(row, listed);
    return listed;
  }

  async one(tx: Transaction, row: ActivityRow): Promise<ActivityView> {
    const full = await this.fullAmong(tx, [row]);
    return activityViewOf(row, { now: tx.now, isFull: full.has(row.id) });
  }
}
