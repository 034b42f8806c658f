import { Injectable } from '@nestjs/common';
import {
  affairsEvents,
  type AssignmentPartCourse,
  type BulletinReach,
  type MatterCourse,
} from '@gongxiang/contracts/affairs/affairs-events';
import { shanghaiDate } from '@gongxiang/domain';
import { Consumer, Consumes, storeCopy } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { scheduleFactsChanged } from '../activity/facts-changed.js';
import { AssignmentPartRef, BulletinReachRef, MatterRef } from './affairs.entity.js';

/**
 * Maintains the copies of what affairs counts of unions. What was counted on a day before may count on another one now, or for
 * another union, as when a matter is reopened or passed on: the scores of both are revised.
 */
@Consumer('affairs-consumer')
@Injectable()
export class AffairsConsumer {
  @Consumes(affairsEvents.matterChanged)
  async matterChanged(tx: Transaction, course: MatterCourse): Promise<void> {
    const before = await tx.sql.findOneBy(MatterRef, { id: course.id });
    const row = {
      ...course,
      decideBy: dateOf(course.decideBy),
      decidedAt: dateOf(course.decidedAt),
      ratedAt: dateOf(course.ratedAt),
    };
    if (!(await storeCopy(tx, MatterRef, row))) return;
    await unionFactsChanged(
      tx,
      [before, row].flatMap((one) =>
        one === null
          ? []
          : [one.decideBy, one.decidedAt, one.ratedAt].map((at) => ({ unionId: one.unionId, on: dayOf(at) })),
      ),
    );
  }

  @Consumes(affairsEvents.assignmentPartChanged)
  async assignmentPartChanged(tx: Transaction, course: AssignmentPartCourse): Promise<void> {
    const before = await tx.sql.findOneBy(AssignmentPartRef, { id: course.id });
    if (!(await storeCopy(tx, AssignmentPartRef, course))) return;
    await unionFactsChanged(
      tx,
      [before, course].flatMap((one) => (one === null ? [] : [{ unionId: one.unionId, on: one.dueOn }])),
    );
  }

  @Consumes(affairsEvents.bulletinReached)
  async bulletinReached(tx: Transaction, reach: BulletinReach): Promise<void> {
    const before = await tx.sql.findOneBy(BulletinReachRef, { bulletinId: reach.bulletinId });
    const row = { ...reach, shownUntil: new Date(reach.shownUntil) };
    if (!(await storeCopy(tx, BulletinReachRef, row))) return;
    await unionFactsChanged(
      tx,
      [before, row].flatMap((one) =>
        one === null ? [] : [{ unionId: one.unionId, on: dayOf(one.shownUntil) }],
      ),
    );
  }
}

/** @param days on which something counts, or counted; null for what counts on none */
async function unionFactsChanged(
  tx: Transaction,
  days: readonly { readonly unionId: string; readonly on: string | null }[],
): Promise<void> {
  for (const { unionId, on } of days) if (on !== null) await scheduleFactsChanged(tx, { unionId, on });
}

function dateOf(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}

function dayOf(at: Date | null): string | null {
  return at === null ? null : shanghaiDate(at);
}
