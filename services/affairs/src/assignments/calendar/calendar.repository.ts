import { Injectable } from '@nestjs/common';
import type { AssignmentCalendarLine } from '@gongxiang/contracts/affairs/assignments/assignment-calendar.contract';
import type { RoleName } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import type { DuePart } from './calendar.model.js';

interface MonthFilter {
  /** The unions at which the caller is an officer. */
  readonly unionIds: readonly string[];
  readonly from: string;
  readonly before: string;
  readonly limit: number;
}

interface DueFilter {
  readonly personId: string;
  readonly roles: readonly RoleName[];
  readonly from: string;
  readonly limit: number;
}

@Injectable()
export class CalendarRepository {
  /** What some unions owe by a day of the month, or have done. */
  owed(tx: Transaction, { unionIds, from, before, limit }: MonthFilter): Promise<AssignmentCalendarLine[]> {
    return tx.sql.query(
      `SELECT 'owed' AS role, p.id, a.title, a.kind, u.name AS "unionName", p.due_on::text AS "dueOn",
         p.is_settled AS "isDone", (NOT p.is_settled)::int AS owing
       FROM unnest($1::uuid[]) AS own(id)
       CROSS JOIN LATERAL (SELECT * FROM assignment_part p WHERE p.union_id = own.id AND p.due_on >= $2 AND p.due_on < $3
         ORDER BY p.due_on, p.id LIMIT $4) AS p
       JOIN assignment a ON a.id = p.assignment_id JOIN union_ref u ON u.id = p.union_id
       ORDER BY p.due_on, p.id LIMIT $4`,
      [[...unionIds], from, before, limit],
    );
  }

  /** What the unions owe, or have done, at which somebody holds an office now: by day, from a day on. */
  due(tx: Transaction, { personId, roles, from, limit }: DueFilter): Promise<DuePart[]> {
    return tx.sql.query(
      `SELECT p.id, p.version, a.title, u.name AS "unionName", g.name AS "giverName", p.due_on::text AS "dueOn",
         p.is_settled AS "isDone", a.given_at AS "givenAt"
       FROM (SELECT DISTINCT r.union_id AS id FROM role_ref r
         WHERE r.person_id IN (SELECT unnest(person_ids($1))) AND r.role = ANY($2) AND r.revoked_at IS NULL) AS own
       CROSS JOIN LATERAL (SELECT * FROM assignment_part p WHERE p.union_id = own.id AND p.due_on >= $3
         ORDER BY p.due_on, p.id LIMIT $4) AS p
       JOIN assignment a ON a.id = p.assignment_id AND (a.state = 'given' OR p.is_settled)
       JOIN union_ref u ON u.id = p.union_id JOIN union_ref g ON g.id = a.union_id
       ORDER BY p.due_on, p.id LIMIT $4`,
      [personId, [...roles], from, limit],
    );
  }

  /** What some unions gave that is due on a day of the month, and how many unions owe it still. */
  given(tx: Transaction, { unionIds, from, before, limit }: MonthFilter): Promise<AssignmentCalendarLine[]> {
    return tx.sql.query(
      `SELECT 'given' AS role, a.id, a.title, a.kind, u.name AS "unionName", a.due_on::text AS "dueOn",
         (a.state = 'closed' OR o.owing = 0) AS "isDone", o.owing
       FROM unnest($1::uuid[]) AS own(id)
       CROSS JOIN LATERAL (SELECT * FROM assignment a WHERE a.union_id = own.id AND a.state <> 'draft'
         AND a.due_on >= $2 AND a.due_on < $3 ORDER BY a.due_on, a.id LIMIT $4) AS a
       CROSS JOIN LATERAL (SELECT count(*)::int AS owing FROM assignment_part p
         WHERE p.assignment_id = a.id AND NOT p.is_settled) AS o
       JOIN union_ref u ON u.id = a.union_id
       ORDER BY a.due_on, a.id LIMIT $4`,
      [[...unionIds], from, before, limit],
    );
  }
}
