import { Injectable } from '@nestjs/common';
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
  /** Cached views of unchanged rows; only the phase and the free seats change without them. */
  private readonly shown = new WeakMap<ShownActivity, ListedActivity>();

  constructor(private readonly activities: ActivityRepository) {}

  /** The free seats of those with open sign-up, in one query. */
  seatsFreeIn(tx: Transaction, rows: readonly ShownActivity[]): Promise<ReadonlyMap<string, number>> {
    const open = rows.filter((row) => phaseOf(row, tx.now, false) === 'signUpOpen');
    return this.activities.seatsFreeIn(
      tx,
      open.map(({ id }) => id),
    );
  }

  /** @param rows of a list; the same objects as long as nobody updates them */
  async all(tx: Transaction, rows: readonly ShownActivity[]): Promise<ListedActivity[]> {
    const seats = await this.seatsFreeIn(tx, rows);
    return rows.map((row) => this.listed(row, tx.now, seats.get(row.id) ?? null));
  }

  private listed(row: ShownActivity, now: Date, seatsFree: number | null): ListedActivity {
    const phase = phaseOf(row, now, seatsFree === 0);
    const before = this.shown.get(row);
    if (before?.view.phase === phase && before.view.seatsFree === seatsFree) return before;
    const view = { ...activityFieldsOf(row), phase, seatsFree };
    const listed = { view, json: JSON.stringify(view) };
    this.shown.set(row, listed);
    return listed;
  }

  async one(tx: Transaction, row: ActivityRow): Promise<ActivityView> {
    const seats = await this.seatsFreeIn(tx, [row]);
    return activityViewOf(row, { now: tx.now, seatsFree: seats.get(row.id) ?? null });
  }
}
