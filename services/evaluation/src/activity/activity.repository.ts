import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { SizeClassName } from '@gongxiang/contracts';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { In, MoreThan } from 'typeorm';
import type { ActivityFigures } from './activity-facts.model.js';
import { ActivityCloseRef, ActivityRef, AttendanceRef } from './activity.entity.js';
import { replyHours } from './loan-reply.js';

/** An activity, and when it was closed. */
export type EndedActivity = ActivityRef & { readonly closedAt: Date };

@Injectable()
export class ActivityRepository {
  /** @throws DomainError `REFERENCE_PENDING` where the copy has not arrived */
  async find(tx: Transaction, id: string): Promise<ActivityRef> {
    const row = await tx.sql.findOneBy(ActivityRef, { id });
    if (row === null)
      throw new DomainError('REFERENCE_PENDING', { pointer: '/activityId', retryAfterSeconds: 1 });
    return row;
  }

  /** An activity that has ended, and of whose close we know; its facts may still be on their way. */
  async findClosed(tx: Transaction, id: string): Promise<EndedActivity | null> {
    const activity = await tx.sql.findOneBy(ActivityRef, { id, state: 'closed' });
    const close = await tx.sql.findOneBy(ActivityCloseRef, { activityId: id });
    return activity && close && { ...activity, closedAt: close.closedAt };
  }

  /** The titles of those that are known here, by id. */
  async titlesOf(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await tx.sql.findBy(ActivityRef, { id: In([...new Set(ids)]) });
    return new Map(rows.map(({ id, title }) => [id, title]));
  }

  async hasAttended(tx: Transaction, activityId: string, personId: string): Promise<boolean> {
    return tx.sql.existsBy(AttendanceRef, { activityId, personId, heads: MoreThan(0) });
  }

  /**
   * The close of an activity all of whose facts are here: their number and their hash are those that sharing froze.
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

  async figures(tx: Transaction, activity: ActivityRef, close: ActivityCloseRef): Promise<ActivityFigures> {
    const attendance: { unionId: string; sizeClass: SizeClassName | null; heads: number }[] =
      await tx.sql.query(
        `SELECT a.union_id AS "unionId", u.size_class AS "sizeClass", sum(a.heads)::int AS heads
       FROM attendance_ref a LEFT JOIN union_ref u ON u.id = a.union_id
       WHERE a.activity_id = $1 AND a.heads > 0 GROUP BY a.union_id, u.size_class`,
        [activity.id],
      );
    const costs: { total: string | null }[] = await tx.sql.query(
      `SELECT sum(total_fen)::text AS total FROM cost_ref c WHERE activity_id = $1
         AND NOT EXISTS (SELECT 1 FROM cost_reversal r WHERE r.cost_pool_id = c.cost_pool_id)`,
      [activity.id],
    );
    const total = costs[0]?.total ?? null;
    return {
      attendance,
      registeredHeads: close.registeredHeads,
      capacity: close.capacity,
      costFen: total === null ? null : BigInt(total),
      loans: await this.loans(tx, activity.unionId, close.closedAt),
      returningHeads: await this.returningHeads(tx, activity),
      replyHours: await replyHours(tx, activity.unionId, close.closedAt),
    };
  }

  /** Whoever had come to another activity of the union that ended in the year before this one did. */
  private async returningHeads(tx: Transaction, { id, unionId, endsAt }: ActivityRef): Promise<number> {
    const rows: { heads: number }[] = await tx.sql.query(
      `SELECT coalesce(sum(a.heads), 0)::int AS heads FROM attendance_ref a
       WHERE a.activity_id = $1 AND a.heads > 0 AND EXISTS (
         SELECT 1 FROM attendance_ref e JOIN activity_ref b ON b.id = e.activity_id
         WHERE e.person_id = a.person_id AND e.heads > 0 AND b.id <> $1 AND b.union_id = $2
           AND b.ends_at <= $3 AND b.ends_at > $3::timestamptz - interval '1 year')`,
      [id, unionId, endsAt],
    );
    return rows[0]?.heads ?? 0;
  }

  /** A loan that is not back by the close is late, too. */
  private async loans(
    tx: Transaction,
    unionId: string,
    until: Date,
  ): Promise<{ due: number; onTime: number }> {
    const rows: { due: number; onTime: number }[] = await tx.sql.query(
      `SELECT count(*)::int AS due, (count(*) FILTER (WHERE returned_at <= ends_at))::int AS "onTime"
       FROM loan_ref WHERE borrower_union_id = $1 AND state IN ('handedOver', 'returned')
         AND ends_at <= $2 AND ends_at > $2::timestamptz - interval '1 year'`,
      [unionId, until],
    );
    return rows[0] ?? { due: 0, onTime: 0 };
  }
}
