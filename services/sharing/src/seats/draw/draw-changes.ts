import { Injectable } from '@nestjs/common';
import { drawEvents } from '@gongxiang/contracts/sharing/seats/draw.contract';
import { recordEvent, schedule, unschedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../../activities/actions.js';
import { ActivityChanges } from '../../activities/activity/activity-changes.js';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { RoleHints } from '../../reference/role-hints.js';
import type { DrawRow } from './draw.entity.js';
import { DrawRepository } from './draw.repository.js';
import { drawRefOf, drawStateOf } from './draw.view.js';

/** Kinds of due work, each keyed by the draw's id: freeze its list, assign results, hint at it to the entrants. */
export const freezeDue = 'draw-freeze';
export const resultsDue = 'draw-results';
export const entrantsDue = 'draw-entrants';

/**
 * The one way to change a draw: updates what the activity records of it, and writes due work, audit trail, event and
 * hints.
 */
@Injectable()
export class DrawChanges {
  constructor(
    private readonly activities: ActivityChanges,
    private readonly draws: DrawRepository,
    private readonly hints: RoleHints,
  ) {}

  async add(tx: Transaction, activity: ActivityRow, row: DrawRow): Promise<ActivityRow> {
    await this.draws.insert(tx, row);
    await schedule(tx, { kind: freezeDue, key: row.id, at: row.closesAt });
    return this.publish(tx, activity, { row, before: null });
  }

  /**
   * @param activity the locked activity @param before the draw before the change
   * @returns the saved draw, one version on, and its activity
   */
  async save(
    tx: Transaction,
    activity: ActivityRow,
    { before, changes }: { readonly before: DrawRow; readonly changes: Partial<DrawRow> },
  ): Promise<{ readonly row: DrawRow; readonly activity: ActivityRow }> {
    const saved = { ...changes, version: before.version + 1 };
    await this.draws.update(tx, before.id, saved);
    const { list: _list, ...row } = { ...before, ...saved };
    if (row.state === 'open') await schedule(tx, { kind: freezeDue, key: row.id, at: row.closesAt });
    else await unschedule(tx, freezeDue, row.id);
    return { row, activity: await this.publish(tx, activity, { row, before }) };
  }

  private async publish(
    tx: Transaction,
    activity: ActivityRow,
    { row, before }: { readonly row: DrawRow; readonly before: DrawRow | null },
  ): Promise<ActivityRow> {
    const { cancelReason } = row;
    tx.audit({
      noun: 'draw',
      id: row.id,
      before: before && drawStateOf(before),
      after: { ...drawStateOf(row), ...(cancelReason === null ? {} : { cancelReason }) },
    });
    await recordEvent(tx, drawEvents.drawChanged, row.id, drawStateOf(row));
    const { unionId, organiserKind, organiserId } = activity;
    const personIds = organiserKind === 'person' ? [organiserId] : [];
    const { id, version } = row;
    await this.hints.send(
      tx,
      { resource: 'draw', id, version },
      { rule: actions.manageActivity, unionIds: [unionId], personIds },
    );
    if (before !== null) await schedule(tx, { kind: entrantsDue, key: id, at: tx.now });
    const draw = drawRefOf(row);
    // The activity's record of a draw stays the same from the freeze to the end.
    if (row.state === 'frozen') return activity;
    return this.activities.save(tx, activity, { draw });
  }
}
