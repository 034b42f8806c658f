import { Injectable } from '@nestjs/common';
import type { ActivityPhase } from '@gongxiang/contracts/sharing/activities/activity-phase.contract';
import type { ActivityView } from '@gongxiang/contracts/sharing/activities/activity.contract';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow, ShownActivity } from './activity.entity.js';
import { phaseOf } from './activity-phase.js';
import { ActivityRepository } from './activity.repository.js';
import { activityFieldsOf, activityViewOf } from './activity.view.js';

export interface ListedActivity {
  readonly view: ActivityView;
  /** The view in JSON, which is made once as well. */
  readonly json: string;
}

/** Activities as they are shown. */
@Injectable()
export class ActivityViews {
  /** How rows that nobody changes were shown last; the phase alone is another from one moment to the next. */
  private readonly shown = new WeakMap<ShownActivity, ListedActivity>();

  constructor(private readonly activities: ActivityRepository) {}

  /** Those of which all seats are taken: asked for those alone of which sign-up is open, all at once. */
  fullAmong(tx: Transaction, rows: readonly ShownActivity[]): Promise<ReadonlySet<string>> {
    const open = rows.filter((row) => phaseOf(row, tx.now, false) === 'signUpOpen');
    return this.activities.fullAmong(
      tx,
      open.map(({ id }) => id),
    );
  }

  /** @param rows of a list, which are the same objects as long as nobody writes them */
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
