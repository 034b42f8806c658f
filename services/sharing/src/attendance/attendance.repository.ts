import { Injectable } from '@nestjs/common';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { In } from 'typeorm';
import { AttendanceFactRow, CheckInOperationRow } from './attendance.entity.js';
import { awayOf } from './movement.repository.js';

/** The fields of a registration that the door needs. */
export interface Ticket {
  readonly id: string;
  readonly personId: string;
  readonly state: string;
  readonly heads: number;
  readonly checkInCode: string;
  /** The union of its pool; null for the common pool. */
  readonly poolUnionId: string | null;
}

interface AttendanceLine {
  readonly personId: string;
  readonly maskedName: string | null;
  readonly unionId: string;
  readonly heads: number;
  readonly walkIn: boolean;
  readonly checkedInAt: Date;
  readonly operationId: string | null;
  readonly awayHeads: number;
  readonly doorName: string | null;
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

  /** The registrations that a batch of scans refers to, by any identifier. */
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

  /** The newest fact of each of these persons, including those that say somebody was not there. */
  newestAmong(
    tx: Transaction,
    activityId: string,
    personIds: readonly string[],
  ): Promise<AttendanceFactRow[]> {
    return tx.sql
      .createQueryBuilder(AttendanceFactRow, 'fact')
      .distinctOn(['fact.personId'])
      .where({ activityId, personId: In([...personIds]) })
      .orderBy('fact.personId')
      .addOrderBy('fact.revision', 'DESC')
      .getMany();
  }

  async insert(
    tx: Transaction,
    operations: readonly CheckInOperationRow[],
    facts: readonly AttendanceFactRow[],
  ): Promise<void> {
    if (operations.length > 0) await tx.sql.insert(CheckInOperationRow, [...operations]);
    if (facts.length > 0) await tx.sql.insert(AttendanceFactRow, [...facts]);
  }

  /** The newest fact of each person, in id order, including those that say somebody was not there. */
  facts(tx: Transaction, activityId: string): Promise<AttendanceFactRow[]> {
    return tx.sql
      .createQueryBuilder(AttendanceFactRow, 'fact')
      .distinctOn(['fact.personId'])
      .where({ activityId })
      .orderBy('fact.personId')
      .addOrderBy('fact.revision', 'DESC')
      .getMany();
  }

  /** The newest fact of a person; null if there is none. */
  factOf(tx: Transaction, activityId: string, personId: string): Promise<AttendanceFactRow | null> {
    const order = { revision: 'DESC' } as const;
    return tx.sql.findOne(AttendanceFactRow, { where: { activityId, personId }, order });
  }

  /** People who attended, in id order. */
  async present(tx: Transaction, activityId: string, after: string | null, limit: number): Promise<string[]> {
    const rows: { personId: string }[] = await tx.sql.query(
      `SELECT person_id AS "personId" FROM attendance
       WHERE activity_id = $1 AND ($2::uuid IS NULL OR person_id > $2) ORDER BY person_id LIMIT $3`,
      [activityId, after, limit],
    );
    return rows.map(({ personId }) => personId);
  }

  /** By the time of check-in, then person. */
  list(
    tx: Transaction,
    filter: { activityId: string; cursor?: string; limit?: number },
  ): Promise<AttendanceLine[]> {
    const cursor = decodeCursor(filter.cursor, 2) ?? [null, null];
    return tx.sql.query(
      `SELECT f.person_id AS "personId", m.masked_name AS "maskedName", f.union_id AS "unionId", f.heads,
              f.walk_in AS "walkIn", f.checked_in_at AS "checkedInAt", f.operation_id AS "operationId",
              coalesce((${awayOf('f.person_id')}), 0) AS "awayHeads",
              l.name AS "doorName"
       FROM attendance f LEFT JOIN member_ref m ON m.person_id = f.person_id
       LEFT JOIN check_in_operation o ON o.activity_id = f.activity_id AND o.operation_id = f.operation_id
       LEFT JOIN door_link l ON l.activity_id = o.activity_id AND l.id = o.door_link_id
       WHERE f.activity_id = $1
       AND ($2::timestamptz IS NULL OR (f.checked_in_at, f.person_id) > ($2::timestamptz, $3::uuid))
       ORDER BY f.checked_in_at, f.person_id LIMIT $4`,
      [filter.activityId, cursor[0], cursor[1], rowsFor(filter.limit)],
    );
  }

  /** A scan, or an undoing. */
  findOperation(
    tx: Transaction,
    activityId: string,
    operationId: string,
  ): Promise<CheckInOperationRow | null> {
    return tx.sql.findOneBy(CheckInOperationRow, { activityId, operationId });
  }

  /** The undoing of a scan; null if there is none. */
  undoingOf(tx: Transaction, activityId: string, operationId: string): Promise<CheckInOperationRow | null> {
    return tx.sql.findOneBy(CheckInOperationRow, { activityId, undoes: operationId });
  }
}
