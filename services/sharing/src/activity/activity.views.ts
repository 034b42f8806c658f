import { Injectable } from '@nestjs/common';
import type { ActivityView } from '@gongxiang/contracts';
import { jsonOnce } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow, ShownActivity } from './activity.entity.js';
import { phaseOf } from './activity.phase.js';
import { ActivityRepository } from './activity.repository.js';
import { activityFieldsOf, activityViewOf } from './activity.view.js';

type ActivityFields = ReturnType<typeof activityFieldsOf>;

export interface ListedActivity {
  readonly view: ActivityView;
  readonly json: string;
}

/** Activities as they are shown. */
@Injectable()
export class ActivityViews {
  /** What is shown of rows that nobody changes any more; the phase alone is another from one moment to the next. */
  private readonly fields = new WeakMap<ShownActivity, ActivityFields>();

  constructor(private readonly activities: ActivityRepository) {}

  /** Those of which all seats are taken: asked for those alone of which sign-up is open, all at once. */
  fullAmong(tx: Transaction, rows: readonly ShownActivity[]): Promise<ReadonlySet<string>> {
    const open = rows.filter((row) => phaseOf(row, tx.now, false) === 'signUpOpen');
    return this.activities.fullAmong(
      tx,
      open.map(({ id }) => id),
    );
  }

  /**
   * @param rows of a list, which are the same objects as long as nobody writes them
   * @returns each with its JSON, which is put together of what is known of the row
   */
  async all(tx: Transaction, rows: readonly ShownActivity[]): Promise<ListedActivity[]> {
    const full = await this.fullAmong(tx, rows);
    return rows.map((row) => {
      const phase = phaseOf(row, tx.now, full.has(row.id));
      const fields = this.fieldsOf(row);
      return { view: { ...fields, phase }, json: `${jsonOnce(fields).slice(0, -1)},"phase":"${phase}"}` };
    });
  }

  private fieldsOf(row: ShownActivity): ActivityFields {
    const fields = this.fields.get(row) ?? activityFieldsOf(row);
    this.fields.set(row, fields);
    return fields;
  }

  async one(tx: Transaction, row: ActivityRow): Promise<ActivityView> {
    const full = await this.fullAmong(tx, [row]);
    return activityViewOf(row, { now: tx.now, isFull: full.has(row.id) });
  }
}
