import { Injectable } from '@nestjs/common';
import type { ListActivityTasksRequest } from '@gongxiang/contracts/sharing/activities/activity-task.contract';
import { type Party } from '@gongxiang/domain';
import {
  decodeCursor,
  placeholdersIn,
  reachCondition,
  rowsFor,
  subtreesOf,
  type Transaction,
} from '@gongxiang/persistence';
import { IsNull, Not } from 'typeorm';
import { ActivityTaskRow } from './activity-task.entity.js';

/** An open task with the activity's fields for a to-do list. */
export type WaitingTask = Pick<
  ActivityTaskRow,
  'id' | 'activityId' | 'partyKind' | 'partyId' | 'partyName' | 'title' | 'dueOn'
> & { readonly activityTitle: string; readonly timeZone: string };

/** Tasks without a date come last. */
const dueKey = (alias: string): string => `COALESCE(${alias}.due_on, 'infinity'::date)`;

/** A task changes only under the lock of its activity, so it needs no lock of its own. */
@Injectable()
export class ActivityTaskRepository {
  findById(tx: Transaction, activityId: string, id: string): Promise<ActivityTaskRow | null> {
    return tx.sql.findOneBy(ActivityTaskRow, { activityId, id });
  }

  async insert(tx: Transaction, rows: readonly ActivityTaskRow[]): Promise<void> {
    if (rows.length > 0) await tx.sql.insert(ActivityTaskRow, [...rows]);
  }

  async update(tx: Transaction, row: ActivityTaskRow): Promise<void> {
    await tx.sql.update(ActivityTaskRow, { activityId: row.activityId, id: row.id }, row);
  }

  /** Agreed tasks that were not dropped, in the order they were added. */
  agreed(tx: Transaction, activityId: string): Promise<ActivityTaskRow[]> {
    const where = { activityId, agreementId: Not(IsNull()), state: Not('dropped' as const) };
    return tx.sql.find(ActivityTaskRow, { where, order: { id: 'ASC' } });
  }

  /** All of an activity, in whatever state. */
  all(tx: Transaction, activityId: string): Promise<ActivityTaskRow[]> {
    return tx.sql.findBy(ActivityTaskRow, { activityId });
  }

  openOf(tx: Transaction, activityId: string, party: Party): Promise<ActivityTaskRow[]> {
    const where = { activityId, partyKind: party.kind, partyId: party.id, state: 'open' } as const;
    return tx.sql.find(ActivityTaskRow, { where, order: { id: 'ASC' } });
  }

  /** All open tasks. */
  open(tx: Transaction, activityId: string): Promise<ActivityTaskRow[]> {
    return tx.sql.find(ActivityTaskRow, { where: { activityId, state: 'open' }, order: { id: 'ASC' } });
  }

  countBeside(tx: Transaction, activityId: string): Promise<number> {
    return tx.sql.countBy(ActivityTaskRow, { activityId, agreementId: IsNull(), state: 'open' });
  }

  /** The tasks of an activity by due date. */
  list(tx: Transaction, filter: ListActivityTasksRequest): Promise<ActivityTaskRow[]> {
    const query = tx.sql.createQueryBuilder(ActivityTaskRow, 't').where('t.activityId = :activityId', filter);
    if (filter.state !== undefined) query.andWhere('t.state = :state', { state: filter.state });
    const cursor = decodeCursor(filter.cursor, 2);
    if (cursor !== null) {
      const [due, id] = cursor;
      query.andWhere(`(${dueKey('t')}, t.id) > (CAST(:due AS date), CAST(:id AS uuid))`, { due, id });
    }
    query.orderBy('t.dueOn').addOrderBy('t.id');
    return query.limit(rowsFor(filter.limit)).getMany();
  }

  /** The open tasks of hosts the caller acts for, by due date. */
  async waiting(
    tx: Transaction,
    actor: { readonly personId: string; readonly rolePaths: readonly string[] },
    page: { readonly cursor?: string; readonly limit?: number; readonly ownUnions?: boolean },
  ): Promise<WaitingTask[]> {
    const cursor = decodeCursor(page.cursor, 2);
    const values: unknown[] = [actor.personId, cursor?.[0] ?? null, cursor?.[1] ?? null, rowsFor(page.limit)];
    const reach = subtreesOf(actor.rolePaths, page);
    const isWithin = await reachCondition(tx, reach, placeholdersIn(values));
    return tx.sql.query(
      `SELECT t.id, t.activity_id AS "activityId", t.party_kind AS "partyKind", t.party_id AS "partyId",
              t.party_name AS "partyName", t.title, t.due_on::text AS "dueOn",
              a.title AS "activityTitle", a.time_zone AS "timeZone"
       FROM activity_task t JOIN activity a ON a.id = t.activity_id
       WHERE t.id IN (
           SELECT w.id FROM activity_task w WHERE w.party_kind = 'person' AND w.party_id = $1 AND w.state = 'open'
           UNION ALL
           SELECT w.id FROM activity_task w
           WHERE ${isWithin('w.union_id')} AND w.state = 'open' AND w.party_kind <> 'person')
         AND a.state <> 'cancelled'
         AND ($2::date IS NULL OR (${dueKey('t')}, t.id) > ($2::date, $3::uuid))
       ORDER BY ${dueKey('t')}, t.id LIMIT $4`,
      values,
    );
  }
}
