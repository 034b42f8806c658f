import { Injectable } from '@nestjs/common';
import type { AttendanceTotals } from '@gongxiang/contracts';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { In } from 'typeorm';
import { AttendanceFactRow, CheckInOperationRow } from './attendance.entity.js';

/** A registration, as far as the door needs it. */
export interface Ticket {
  readonly id: string;
  readonly personId: string;
  readonly state: string;
  readonly heads: number;
  readonly checkInCode: string;
  /** The union of its pool; null for the common pool. */
  readonly poolUnionId: string | null;
}

export interface AttendanceLine {
  readonly personId: string;
  readonly maskedName: string | null;
  readonly unionId: string;
  readonly heads: number;
  readonly walkIn: boolean;
  readonly checkedInAt: Date;
}

@Injectable()
export class AttendanceRepository {
  operations(
    tx: Transaction,
    activityId: string,
    operationIds: readonly string[],
  ): Promise<CheckInOperationRow[]> {
    return tx.sql.findBy(CheckInOperationRow, { activityId, operationId: In([...operationIds]) });
  }

  /** The registrations of an activity that a batch of scans names, in whichever way. */
  tickets(
    tx: Transaction,
    activityId: string,
    named: { codes: readonly string[]; registrationIds: readonly string[]; personIds: readonly string[] },
  ): Promise<Ticket[]> {
    return tx.sql.query(
      `SELECT r.id, r.person_id AS "personId", r.state, r.heads, r.check_in_code AS "checkInCode", p.union_id AS "poolUnionId"
       FROM registration r JOIN pool p ON p.activity_id = r.activity_id AND p.id = r.pool_id
       WHERE r.activity_id = $1 AND (r.check_in_code = ANY($2) OR r.id = ANY($3) OR r.person_id = ANY($4))`,
      [activityId, named.codes, named.registrationIds, named.personIds],
    );
  }

  async presentAmong(tx: Transaction, activityId: string, personIds: readonly string[]): Promise<string[]> {
    const rows = await tx.sql.find(AttendanceFactRow, {
      select: { personId: true },
      where: { activityId, personId: In([...personIds]) },
    });
    return rows.map((row) => row.personId);
  }

  async insert(
    tx: Transaction,
    operations: readonly CheckInOperationRow[],
    facts: readonly AttendanceFactRow[],
  ): Promise<void> {
    if (operations.length > 0) await tx.sql.insert(CheckInOperationRow, [...operations]);
    if (facts.length > 0) await tx.sql.insert(AttendanceFactRow, [...facts]);
  }

  /** The newest fact of each person, in the order of their ids; also those that say that somebody was not there. */
  facts(tx: Transaction, activityId: string): Promise<AttendanceFactRow[]> {
    return tx.sql
      .createQueryBuilder(AttendanceFactRow, 'fact')
      .distinctOn(['fact.personId'])
      .where({ activityId })
      .orderBy('fact.personId')
      .addOrderBy('fact.revision', 'DESC')
      .getMany();
  }

  /** The newest fact of a person; null where he was never there. */
  factOf(tx: Transaction, activityId: string, personId: string): Promise<AttendanceFactRow | null> {
    const order = { revision: 'DESC' } as const;
    return tx.sql.findOne(AttendanceFactRow, { where: { activityId, personId }, order });
  }

  /** By the time of check-in, then person. */
  list(
    tx: Transaction,
    filter: { activityId: string; cursor?: string; limit?: number },
  ): Promise<AttendanceLine[]> {
    const cursor = decodeCursor(filter.cursor, 2) ?? [null, null];
    return tx.sql.query(
      `SELECT f.person_id AS "personId", m.masked_name AS "maskedName", f.union_id AS "unionId", f.heads,
              f.walk_in AS "walkIn", f.checked_in_at AS "checkedInAt"
       FROM attendance f LEFT JOIN member_ref m ON m.person_id = f.person_id
       WHERE f.activity_id = $1
       AND ($2::timestamptz IS NULL OR (f.checked_in_at, f.person_id) > ($2::timestamptz, $3::uuid))
       ORDER BY f.checked_in_at, f.person_id LIMIT $4`,
      [filter.activityId, cursor[0], cursor[1], rowsFor(filter.limit)],
    );
  }

  countScans(tx: Transaction, activityId: string): Promise<number> {
    return tx.sql.countBy(CheckInOperationRow, { activityId });
  }

  /**
   * People and scans, counted apart: a person who is scanned twice is inside once. Whoever the door let in against the
   * rule is inside too, once, in a line of his own; he feeds neither the list nor the split of costs.
   */
  async totals(tx: Transaction, activityId: string): Promise<AttendanceTotals> {
    const rows: Omit<AttendanceTotals, 'inside'>[] = await tx.sql.query(
      `SELECT f.parties, f.heads, f."walkInHeads", s.scans, a."admittedAgainstRule", r."registeredHeads", r.missing
       FROM (SELECT count(*)::int AS parties, coalesce(sum(heads), 0)::int AS heads,
                    coalesce(sum(heads) FILTER (WHERE walk_in), 0)::int AS "walkInHeads"
             FROM attendance WHERE activity_id = $1) f,
            (SELECT count(*)::int AS scans FROM check_in_operation WHERE activity_id = $1) s,
            (SELECT coalesce(sum(heads), 0)::int AS "admittedAgainstRule" FROM (
               SELECT DISTINCT ON (coalesce(o.person_id, o.operation_id)) o.heads FROM check_in_operation o
               WHERE o.activity_id = $1 AND o.result = 'refused' AND o.admitted AND NOT EXISTS (
                 SELECT 1 FROM attendance x WHERE x.activity_id = $1 AND x.person_id = o.person_id)
               ORDER BY coalesce(o.person_id, o.operation_id), o.heads DESC) admitted) a,
            (SELECT coalesce(sum(heads), 0)::int AS "registeredHeads",
                    (count(*) FILTER (WHERE NOT EXISTS (
                       SELECT 1 FROM attendance x WHERE x.activity_id = $1 AND x.person_id = g.person_id)))::int AS missing
             FROM registration g WHERE g.activity_id = $1 AND g.state IN ('confirmed', 'held')) r`,
      [activityId],
    );
    const [found] = rows;
    if (found === undefined) throw new Error('an aggregate without groups has one row');
    return { ...found, inside: found.heads + found.admittedAgainstRule };
  }
}
