import { Injectable } from '@nestjs/common';
import type { UnionState } from '@gongxiang/contracts/membership/membership-events';
import type { ActivityView } from '@gongxiang/contracts/sharing/activities/activity.contract';
import { sharingEvents } from '@gongxiang/contracts/sharing/sharing-events';
import { DomainError } from '@gongxiang/domain';
import { recordEvent, recordEvents, schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { noteActivityChange } from '../../reference/notice/activity-news.due.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import type { ActivityRow, CoverRef } from './activity.entity.js';
import { ActivityFollowers } from './activity-followers.js';
import { ActivityHints } from './activity-hints.js';
import { isOver } from './activity-phase.js';
import { ActivityRepository } from './activity.repository.js';
import { activityFieldsOf, activityStateOf } from './activity.view.js';
import { ActivityViews } from './activity-views.js';
import { scheduleArchiving } from './archive.due.js';
import { noteCoupons } from './coupons.due.js';
import { noteActivityOffer } from './offer.due.js';

/** Due work: the hosts of an activity are others now, or it was cancelled; what rests on its hosts is looked at again. */
export const hostsDue = 'activity-hosts';
/** Due work: it was cancelled; what was kept for it is set free, and who is not registered is told. */
export const cancelledDue = 'activity-cancelled';

/** The one way to change an activity: lock it, decide, save it with what belongs to each change of it. */
@Injectable()
export class ActivityChanges {
  constructor(
    private readonly activities: ActivityRepository,
    private readonly references: ReferenceRepository,
    private readonly hints: ActivityHints,
    private readonly views: ActivityViews,
    private readonly followers: ActivityFollowers,
  ) {}

  /**
   * Everything that changes an activity, or hangs on its state, waits here first; what belongs to the activity is
   * locked after it, so that no two can wait for each other.
   * @throws DomainError `NOT_FOUND`
   */
  async lock(tx: Transaction, id: string): Promise<ActivityRow> {
    const row = await this.activities.lockById(tx, id);
    if (row === null) throw new DomainError('NOT_FOUND');
    return row;
  }

  /** Looks at it without a lock: for what has come to its end. */
  find(tx: Transaction, id: string): Promise<ActivityRow | null> {
    return this.activities.findById(tx, id);
  }

  async add(tx: Transaction, row: ActivityRow): Promise<void> {
    await this.activities.insert(tx, row);
    await this.tell(tx, row, null);
  }

  /** Many at once. Open pages are hinted at what they are part of, once, by whoever adds them. */
  async addAll(tx: Transaction, rows: ActivityRow[]): Promise<void> {
    await this.activities.insertAll(tx, rows);
    for (const row of rows) tx.audit({ noun: 'activity', id: row.id, after: { ...activityFieldsOf(row) } });
    const told = rows.map((row) => ({ about: row.id, data: activityStateOf(row) }));
    await recordEvents(tx, sharingEvents.activityChanged, told);
  }

  /** @param before the row as it was locked @returns the row as it is saved, one version on */
  async save(tx: Transaction, before: ActivityRow, changes: Partial<ActivityRow>): Promise<ActivityRow> {
    const row = { ...before, ...changes, version: before.version + 1 };
    await this.activities.update(tx, row);
    await this.tell(tx, row, before);
    await noteActivityChange(tx, before, row);
    await this.followers.follow(tx, before, row);
    const isCancelled = row.state === 'cancelled' && before.state !== 'cancelled';
    if (isCancelled) await schedule(tx, { kind: cancelledDue, key: row.id, at: tx.now });
    if (isOver(row) && row.state !== before.state) await scheduleArchiving(tx, row);
    if (isCancelled || changes.coHosts !== undefined || changes.organiserId !== undefined) {
      await schedule(tx, { kind: hostsDue, key: row.id, at: tx.now });
    }
    if (isCancelled) await noteCoupons(tx, [row.id]);
    return row;
  }

  /** How it is shown to whoever has just changed it. */
  view(tx: Transaction, row: ActivityRow): Promise<ActivityView> {
    return this.views.one(tx, row);
  }

  /**
   * Says whose roles may see the draft, and how many are asked to host it. No part of what is told of the activity, hence
   * neither a version nor an event.
   */
  async showTo(
    tx: Transaction,
    before: ActivityRow,
    asked: Pick<ActivityRow, 'partyUnionIds' | 'openInvitations'>,
  ): Promise<void> {
    await this.activities.update(tx, { ...before, ...asked });
  }

  /** Says which picture stands for it in lists. That, too, is neither a version nor an event; open pages show it. */
  async showCover(tx: Transaction, before: ActivityRow, cover: CoverRef | null): Promise<void> {
    const row = { ...before, cover };
    await this.activities.update(tx, row);
    await this.hints.send(tx, row);
  }

  /** Takes a union's path over from news of it, together with the copy: an activity that is being made waits for both. */
  async followUnion(tx: Transaction, union: UnionState): Promise<void> {
    if (await this.references.keepUnion(tx, union)) await this.activities.moveUnion(tx, union);
  }

  private async tell(tx: Transaction, row: ActivityRow, before: ActivityRow | null): Promise<void> {
    tx.audit({
      noun: 'activity',
      id: row.id,
      before: before && { ...activityFieldsOf(before) },
      after: { ...activityFieldsOf(row) },
    });
    await recordEvent(tx, sharingEvents.activityChanged, row.id, activityStateOf(row));
    await noteActivityOffer(tx, row.id, row.version);
    await this.hints.send(tx, row);
  }
}
