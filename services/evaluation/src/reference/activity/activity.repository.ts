import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { In, MoreThan } from 'typeorm';
import { ActivityCloseRef, ActivityRef, AttendanceRef } from './activity.entity.js';

/** An activity with the time of its close. */
export type EndedActivity = ActivityRef & { readonly closedAt: Date };

@Injectable()
export class ActivityRepository {
  /** @throws DomainError `REFERENCE_PENDING` if the copy has not arrived */
  async find(tx: Transaction, id: string): Promise<ActivityRef> {
    const row = await tx.sql.findOneBy(ActivityRef, { id });
    if (row === null)
      throw new DomainError('REFERENCE_PENDING', { pointer: '/activityId', retryAfterSeconds: 1 });
    return row;
  }

  /** An activity whose close has arrived; its facts may still be in flight. */
  async findClosed(tx: Transaction, id: string): Promise<EndedActivity | null> {
    const activity = await tx.sql.findOneBy(ActivityRef, { id, state: 'closed' });
    const close = await tx.sql.findOneBy(ActivityCloseRef, { activityId: id });
    return activity && close && { ...activity, closedAt: close.closedAt };
  }

  /** The titles of known activities, by id. */
  async titlesOf(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await tx.sql.findBy(ActivityRef, { id: In([...new Set(ids)]) });
    return new Map(rows.map(({ id, title }) => [id, title]));
  }

  async hasAttended(tx: Transaction, activityId: string, personId: string): Promise<boolean> {
    const rows: unknown[] = await tx.sql.query(
      `SELECT 1 FROM attendance_ref WHERE activity_id = $1 AND person_id = ANY(person_ids($2)) AND heads > 0 LIMIT 1`,
      [activityId, personId],
    );
    return rows.length > 0;
  }

  /**
   * The close of an activity whose facts have all arrived: their count and hash match those that sharing froze.
   * @throws DomainError `FACTS_INCOMPLETE`
   */
  async requireClosed(tx: Transaction, activity: ActivityRef): Promise<ActivityCloseRef> {
    const close = await tx.sql.findOneBy(ActivityCloseRef, { activityId: activity.id });
    if (activity.state !== 'closed' || close === null) throw new DomainError('FACTS_INCOMPLETE');
    const facts = await tx.sql.find(AttendanceRef, {
      where: { activityId: activity.id, heads: MoreThan(0) },
      order: { personId: 'ASC' },
    });
    const hash = createHash('sha256');
    for (const { personId, unionId, heads } of facts) hash.update(`${personId}:${unionId}:${heads}\n`);
    if (facts.length !== close.factCount || hash.digest('hex') !== close.factsHash) {
      throw new DomainError('FACTS_INCOMPLETE');
    }
    return close;
  }
}
