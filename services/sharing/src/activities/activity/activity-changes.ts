import { Injectable } from '@nestjs/common';
import type { UnionState } from '@gongxiang/contracts/membership/membership-events';
import type { ActivityView } from '@gongxiang/contracts/sharing/activities/activity.contract';
import { sharingEvents } from '@gongxiang/contracts/sharing/sharing-events';
import { DomainError } from '@gongxiang/domain';
import { recordEvent, recordEvents, schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { scheduleActivityNotices } from '../../reference/notice/activity-change.due.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { activityAwaitsMayChange } from './activity-awaits.due.js';
import type { ActivityRow, CoverRef } from './activity.entity.js';
import { ActivityFollowers } from './activity-followers.js';
import { ActivityHints } from './activity-hints.js';
import { isOver } from './activity-phase.js';
import { ActivityRepository } from './activity.repository.js';
import { activityStateOf, auditedActivity } from './activity.view.js';
import { ActivityViews } from './activity-views.js';
import { scheduleArchiving } from './archive.due.js';
import { scheduleCoupons } from './coupons.due.js';
import { scheduleActivityOffer } from './offer.due.js';
import { proposalAwaitsMayChange } from './proposal.due.js';

/**
 * Due work: the hosts of an activity changed, or it was cancelled; everything that depends on the hosts is reviewed.
 */
export const hostsDue = 'activity-hosts';
/**
 * Due work: the activity was cancelled; its reservations are released, and people who are not registered are
 * notified.
 */
export const cancelledDue = 'activity-cancelled';

/** The one way to change an activity: lock it, decide, and save it with everything that each change entails. */
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
   * Everything that changes an activity, or depends on its state, takes this lock first; what belongs to the activity
   * is locked after it, so that no deadlock can occur.
   * @throws DomainError `NOT_FOUND`
   */
  async lock(tx: Transaction, id: string): Promise<ActivityRow> {
    const row = await this.activities.lockById(tx, id);
    if (row === null) throw new DomainError('NOT_FOUND');
    return row;
  }

  /** Reads it without a lock: for finished activities. */
  find(tx: Transaction, id: string): Promise<ActivityRow | null> {
    return this.activities.findById(tx, id);
  }

  async add(tx: Transaction, row: ActivityRow): Promise<void> {
    await this.activities.insert(tx, row);
    await this.publish(tx, row, null);
  }

  /** Inserts many at once. The caller sends one hint for all of them. */
  async addAll(tx: Transaction, rows: ActivityRow[]): Promise<void> {
    await this.activities.insertAll(tx, rows);
    for (const row of rows) tx.audit({ noun: 'activity', id: row.id, after: auditedActivity(row) });
    const events = rows.map((row) => ({ about: row.id, data: activityStateOf(row) }));
    await recordEvents(tx, sharingEvents.activityChanged, events);
  }

  /** @param before the locked row @returns the saved row, one version on */
  async save(tx: Transaction, before: ActivityRow, changes: Partial<ActivityRow>): Promise<ActivityRow> {
    const row = { ...before, ...changes, version: before.version + 1 };
    await this.activities.update(tx, row);
    await this.publish(tx, row, before);
    await scheduleActivityNotices(tx, before, row);
    await this.followers.follow(tx, before, row);
    const isCancelled = row.state === 'cancelled' && before.state !== 'cancelled';
    if (isCancelled) await schedule(tx, { kind: cancelledDue, key: row.id, at: tx.now });
    if (isOver(row) && row.state !== before.state) await scheduleArchiving(tx, row);
    if (isCancelled || changes.coHosts !== undefined || changes.organiserId !== undefined) {
      await schedule(tx, { kind: hostsDue, key: row.id, at: tx.now });
    }
    if (isCancelled) await scheduleCoupons(tx, [row.id]);
    return row;
  }

  /** The view for the person who has just changed it. */
  view(tx: Transaction, row: ActivityRow): Promise<ActivityView> {
    return this.views.one(tx, row);
  }

  /**
   * Stores whose roles may see the draft, and how many invitations are open. Not part of the published state, hence
   * neither a version nor an event.
   */
  async showTo(
    tx: Transaction,
    before: ActivityRow,
    asked: Pick<ActivityRow, 'partyUnionIds' | 'openInvitations'>,
  ): Promise<void> {
    await this.activities.update(tx, { ...before, ...asked });
  }

  /** Stores the cover picture for lists. This, too, is neither a version nor an event; open pages show it. */
  async showCover(tx: Transaction, before: ActivityRow, cover: CoverRef | null): Promise<void> {
    const row = { ...before, cover };
    await this.activities.update(tx, row);
    await this.hints.send(tx, row);
  }

  /** Applies a moved union's path together with the copy: an activity being created waits for both. */
  async followUnion(tx: Transaction, union: UnionState): Promise<void> {
    if (await this.references.saveUnion(tx, union)) await this.activities.moveUnion(tx, union);
  }

  private async publish(tx: Transaction, row: ActivityRow, before: ActivityRow | null): Promise<void> {
    tx.audit({
      noun: 'activity',
      id: row.id,
      before: before && auditedActivity(before),
      after: auditedActivity(row),
    });
    await recordEvent(tx, sharingEvents.activityChanged, row.id, activityStateOf(row));
    await scheduleActivityOffer(tx, row.id, row.version);
    await activityAwaitsMayChange(tx, row.id);
    await proposalAwaitsMayChange(tx, row);
    await this.hints.send(tx, row);
  }
}
