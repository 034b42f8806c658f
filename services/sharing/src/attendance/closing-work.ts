import { Injectable } from '@nestjs/common';
import type { ActivityClosingView } from '@gongxiang/contracts/sharing/attendance/check-in.contract';
import {
  type ActivityClosed,
  type AttendanceRecorded,
  sharingEvents,
} from '@gongxiang/contracts/sharing/sharing-events';
import { DomainError } from '@gongxiang/domain';
import { recordEvent, recordEvents, schedule } from '@gongxiang/messaging/events';
import { requireVersion, type Transaction } from '@gongxiang/persistence';
import { actions } from './actions.js';
import { ActivityAccess } from '../activities/activity/activity-access.js';
import { ActivityChanges } from '../activities/activity/activity-changes.js';
import type { ActivityRow } from '../activities/activity/activity.entity.js';
import { requireTransition } from '../activities/activity/activity.model.js';
import { ActivityRepository } from '../activities/activity/activity.repository.js';
import { noShowsDue } from '../activities/no-show/no-show-work.js';
import { CapacityRepository } from '../seats/registration/capacity.repository.js';
import type { AttendanceFactRow } from './attendance.entity.js';
import { AttendanceRepository } from './attendance.repository.js';
import { factsHash } from './facts-hash.js';
import { nextNight, totalsDue } from './totals.model.js';

const factsPerPage = 200;

/** Closes activities, and republishes them. */
@Injectable()
export class ClosingWork {
  constructor(
    private readonly activities: ActivityRepository,
    private readonly changes: ActivityChanges,
    private readonly access: ActivityAccess,
    private readonly attendance: AttendanceRepository,
    private readonly lines: CapacityRepository,
  ) {}

  /**
   * Freezes the facts: under the lock of the activity no check-in is under way, and after it none is accepted.
   * @throws DomainError `ILLEGAL_TRANSITION`, `ACTIVITY_NOT_STARTED`
   */
  async close(tx: Transaction, activityId: string): Promise<ActivityClosingView> {
    const before = await this.changes.lock(tx, activityId);
    await this.access.manage(tx, before, actions.closeActivity);
    requireVersion(tx, before.version);
    // All facts are in this service, so there is nothing to wait for: `closing` is passed at once.
    requireTransition(before.state, 'closing');
    if (tx.now < before.startsAt) throw new DomainError('ACTIVITY_NOT_STARTED');
    const facts = await this.attendance.facts(tx, activityId);
    const closed = await this.changes.save(tx, before, {
      state: 'closed',
      closedAt: tx.now,
      ...frozen(facts),
    });
    await schedule(tx, { kind: noShowsDue, key: activityId, at: tx.now });
    await schedule(tx, { kind: totalsDue, key: 'night', at: nextNight(tx.now) });
    return this.publish(tx, closed, facts);
  }

  /**
   * Adds a further fact about a person to a closed activity, whose lock is held. Only this fact is published, with
   * the new count and hash of all.
   */
  async correct(
    tx: Transaction,
    before: ActivityRow,
    corrected: { personId: string; unionId: string; heads: number; correctionId: string },
  ): Promise<void> {
    const { personId, unionId, heads, correctionId } = corrected;
    const earlier = await this.attendance.factOf(tx, before.id, personId);
    const fact: AttendanceFactRow = {
      activityId: before.id,
      personId,
      unionId,
      heads,
      correctionId,
      operationId: null,
      revision: (earlier?.revision ?? 0) + 1,
      walkIn: earlier?.walkIn ?? false,
      checkedInAt: earlier?.checkedInAt ?? before.startsAt,
    };
    await this.attendance.insert(tx, [], [fact]);
    const facts = await this.attendance.facts(tx, before.id);
    const after = await this.changes.save(tx, before, frozen(facts));
    // A person who was there after all has no no-show, and one who was not has one.
    await schedule(tx, { kind: noShowsDue, key: before.id, at: tx.now });
    await this.publish(tx, after, facts, [fact]);
  }

  /** Publishes the attendance of closed activities again. @returns the last id, or null at the end */
  async republish(tx: Transaction, afterId: string | null, limit: number): Promise<string | null> {
    const activities = await this.activities.after(tx, afterId, limit);
    for (const activity of activities) {
      if (activity.state === 'closed')
        await this.publish(tx, activity, await this.attendance.facts(tx, activity.id));
    }
    return activities.at(-1)?.id ?? null;
  }

  private async publish(
    tx: Transaction,
    activity: ActivityRow,
    facts: readonly AttendanceFactRow[],
    published: readonly AttendanceFactRow[] = facts,
  ): Promise<ActivityClosingView> {
    const lines = [...(await this.lines.load(tx, activity.id)).quotas.values()];
    const data: ActivityClosed = {
      activityId: activity.id,
      version: activity.version,
      ...frozen(facts),
      registeredHeads: lines.reduce((sum, line) => sum + line.confirmed + line.held, 0),
      capacity: lines.reduce((sum, line) => sum + line.capacity, 0),
      closedAt: (activity.closedAt ?? tx.now).toISOString(),
    };
    const pages = pagesOf(activity.id, published);
    await recordEvents(
      tx,
      sharingEvents.attendanceRecorded,
      pages.map((page) => ({ about: activity.id, data: page })),
    );
    await recordEvent(tx, sharingEvents.activityClosed, activity.id, data);
    return { ...data, heads: facts.reduce((sum, fact) => sum + fact.heads, 0) };
  }
}

/** Count and hash of those who attended. */
function frozen(facts: readonly AttendanceFactRow[]): { factCount: number; factsHash: string } {
  const present = facts.filter(({ heads }) => heads > 0);
  return { factCount: present.length, factsHash: factsHash(present) };
}

function pagesOf(activityId: string, facts: readonly AttendanceFactRow[]): AttendanceRecorded[] {
  const count = Math.ceil(facts.length / factsPerPage);
  return Array.from({ length: count }, (_, index) => ({
    activityId,
    pageNumber: index + 1,
    facts: facts.slice(index * factsPerPage, (index + 1) * factsPerPage).map((fact) => ({
      activityId,
      personId: fact.personId,
      revision: fact.revision,
      unionId: fact.unionId,
      heads: fact.heads,
      walkIn: fact.walkIn,
      checkedInAt: fact.checkedInAt.toISOString(),
    })),
  }));
}
