import { Injectable } from '@nestjs/common';
import { DomainError, mayDo } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ActivityAccess } from '../activity/activity-access.js';
import { ActivityChanges } from '../activity/activity-changes.js';
import type { ActivityRow } from '../activity/activity.entity.js';
import { ActivityRepository } from '../activity/activity.repository.js';

/** Who may show what of an activity: whoever edits it, until it is called off; after the close too, as it is then that there are pictures. */
@Injectable()
export class PictureDesk {
  constructor(
    private readonly activities: ActivityRepository,
    private readonly changes: ActivityChanges,
    private readonly access: ActivityAccess,
  ) {}

  /** The activity, locked. @throws DomainError `NOT_FOUND`, `NOT_PERMITTED`, `ACTIVITY_CANCELLED` */
  async take(tx: Transaction, activityId: string): Promise<ActivityRow> {
    tx.authorise(actions.seeActivity, {});
    return this.checked(tx, await this.changes.lock(tx, activityId));
  }

  /** The same without a lock, for a first look. */
  async look(tx: Transaction, activityId: string): Promise<ActivityRow> {
    tx.authorise(actions.seeActivity, {});
    const row = await this.activities.findById(tx, activityId);
    if (row === null) throw new DomainError('NOT_FOUND');
    return this.checked(tx, row);
  }

  async mayManage(tx: Transaction, row: ActivityRow): Promise<boolean> {
    const { actor } = tx.call;
    if (actor === null || !(await this.access.isVisible(tx, row))) return false;
    const person = row.organiserKind === 'person' ? { personId: row.organiserId } : {};
    return mayDo(actor, ruleFor(row), { paths: [row.unionPath], ...person });
  }

  private async checked(tx: Transaction, row: ActivityRow): Promise<ActivityRow> {
    await this.access.manage(tx, row, ruleFor(row));
    if (row.state === 'cancelled') throw new DomainError('ACTIVITY_CANCELLED');
    return row;
  }
}

function ruleFor({ state }: ActivityRow) {
  return state === 'draft' ? actions.editDraft : actions.manageActivity;
}
