import { Injectable } from '@nestjs/common';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ActivityAccess } from '../activity/activity-access.js';
import { ActivityChanges } from '../activity/activity-changes.js';
import type { ActivityRow } from '../activity/activity.entity.js';
import { ActivityRepository } from '../activity/activity.repository.js';
import { mayInMatter } from '../../reference/delegation/delegated.js';
import { mattersOf } from '../../reference/delegation/delegation.model.js';

/**
 * Who may manage the pictures of an activity: everybody who edits it, until it is cancelled; also after the close, as
 * pictures come then.
 */
@Injectable()
export class PictureAccess {
  constructor(
    private readonly activities: ActivityRepository,
    private readonly changes: ActivityChanges,
    private readonly access: ActivityAccess,
  ) {}

  /** The locked activity. @throws DomainError `NOT_FOUND`, `NOT_PERMITTED`, `ACTIVITY_CANCELLED` */
  async lock(tx: Transaction, activityId: string): Promise<ActivityRow> {
    tx.authorise(actions.seeActivity, {});
    return this.checked(tx, await this.changes.lock(tx, activityId));
  }

  /** The same without a lock, for an early check. */
  async find(tx: Transaction, activityId: string): Promise<ActivityRow> {
    tx.authorise(actions.seeActivity, {});
    const row = await this.activities.findById(tx, activityId);
    if (row === null) throw new DomainError('NOT_FOUND');
    return this.checked(tx, row);
  }

  async mayManage(tx: Transaction, row: ActivityRow): Promise<boolean> {
    const { actor } = tx.call;
    if (actor === null || !(await this.access.isVisible(tx, row))) return false;
    const person = row.organiserKind === 'person' ? { personId: row.organiserId } : {};
    const matters = mattersOf(row);
    return mayInMatter(tx, ruleFor(row), { paths: [row.unionPath], ...person, matters });
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
