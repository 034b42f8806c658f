import { Injectable } from '@nestjs/common';
import type {
  AssignmentOrder,
  AssignmentPartState,
  AssignmentState,
  AssignmentTotal,
} from '@gongxiang/contracts/affairs/assignments/assignment.contract';
import {
  type Counted,
  countOf,
  inOrderParts,
  newestPart,
  orderOfIds,
  type OrderPart,
  type OrderSql,
  partInSql,
  placeholdersIn,
  rowsFor,
  type Transaction,
} from '@gongxiang/persistence';
import { AssignmentRow } from './assignment.entity.js';

/** An assignment with the union that gives it, and who did. */
export interface AssignmentRecord extends AssignmentRow {
  readonly unionName: string;
  readonly unionPath: string;
  readonly givenByName: string | null;
}

interface ListFilter {
  /** The unions at which the caller is an officer. */
  readonly unionIds: readonly string[];
  readonly state?: AssignmentState;
  readonly order?: AssignmentOrder;
  readonly count?: true;
  readonly cursor?: string;
  readonly limit?: number;
}

/** How far the unions are to which an assignment was given. */
export interface Progress {
  readonly done: number;
  readonly late: number;
}

interface StateCount extends Progress {
  readonly state: AssignmentPartState;
  readonly count: number;
  readonly delaysAsked: number;
}

const recordSqlOf = (assignments: string): string => `
  SELECT a.id, a.version, a.union_id AS "unionId", a.parent_part_id AS "parentPartId", a.state, a.kind, a.title, a.text,
    a.questions, a.due_on::text AS "dueOn", a.scope, a.union_ids AS "unionIds", a.branch_ids AS "branchIds", a.attachments, a.figures, a.unions, a.given_by AS "givenBy",
    a.given_at AS "givenAt", a.reminded_on::text AS "remindedOn", a.close_reason AS "closeReason",
    u.name AS "unionName", u.path AS "unionPath", m.masked_name AS "givenByName"
  FROM ${assignments} a JOIN union_ref u ON u.id = a.union_id LEFT JOIN member_ref m ON m.person_id = a.given_by`;

/** The SQL equivalent of `isSettled` of what is not closed: once it is, nobody owes anything, and yet not all have done it. */
const doneSql = `(p.state IN ('returned', 'accepted') OR (a.kind = 'notice' AND p.state = 'read'))`;

const byDay: OrderSql = { value: 'a.due_on', type: 'date', hasValue: 'true', id: 'a.id' };

function ofState(state: AssignmentState | undefined, bind: (value: unknown) => string): string[] {
  return state === undefined ? [] : [`a.state = ${bind(state)}`];
}

@Injectable()
export class AssignmentRepository {
  async find(tx: Transaction, id: string): Promise<AssignmentRecord | null> {
    const rows: AssignmentRecord[] = await tx.sql.query(`${recordSqlOf('assignment')} WHERE a.id = $1`, [id]);
    return rows[0] ?? null;
  }

  lock(tx: Transaction, id: string): Promise<AssignmentRow | null> {
    return tx.sql.findOne(AssignmentRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Keeps it as it is while many deal with their parts at once. */
  lockShared(tx: Transaction, id: string): Promise<AssignmentRow | null> {
    return tx.sql.findOne(AssignmentRow, { where: { id }, lock: { mode: 'pessimistic_read' } });
  }

  async insert(tx: Transaction, row: AssignmentRow): Promise<void> {
    await tx.sql.insert(AssignmentRow, row);
  }

  async update(tx: Transaction, row: AssignmentRow): Promise<void> {
    await tx.sql.update(AssignmentRow, { id: row.id }, row);
  }

  /** The newest first where no other order is asked for: a page of each union by its index. */
  list(tx: Transaction, filter: ListFilter): Promise<AssignmentRecord[]> {
    const { order, cursor } = filter;
    const limit = rowsFor(filter.limit);
    if (order !== undefined)
      return inOrderParts({ word: order, cursor }, limit, (part) => this.page(tx, filter, part));
    return this.page(tx, filter, newestPart(cursor, limit), orderOfIds('a.id'));
  }

  /** How many the list has, see {@link countOf}. */
  count(tx: Transaction, filter: ListFilter): Promise<Counted | null> {
    return countOf(tx, filter, () => {
      const values: unknown[] = [];
      const bind = placeholdersIn(values);
      const where = [`a.union_id = ANY(${bind(filter.unionIds)}::uuid[])`, ...ofState(filter.state, bind)];
      return { sql: `SELECT FROM assignment a WHERE ${where.join(' AND ')}`, values };
    });
  }

  private page(
    tx: Transaction,
    { unionIds, state }: ListFilter,
    part: OrderPart,
    order: OrderSql = byDay,
  ): Promise<AssignmentRecord[]> {
    const values: unknown[] = [];
    const bind = placeholdersIn(values);
    const limit = bind(part.limit);
    const { conditions, orderBy } = partInSql(part, order, bind);
    const where = ['a.union_id = own.id', ...ofState(state, bind), ...conditions].join(' AND ');
    const page = `(SELECT a.* FROM unnest(${bind(unionIds)}::uuid[]) AS own(id)
      CROSS JOIN LATERAL (SELECT * FROM assignment a WHERE ${where} ORDER BY ${orderBy} LIMIT ${limit}) AS a
      ORDER BY ${orderBy} LIMIT ${limit})`;
    return tx.sql.query(`${recordSqlOf(page)} ORDER BY ${orderBy}`, values);
  }

  /** How many parts are in each state, how many are late, and how many ask for more time. */
  counts(tx: Transaction, assignmentId: string, today: string): Promise<StateCount[]> {
    return tx.sql.query(
      `SELECT p.state, count(*)::int AS count,
         count(*) FILTER (WHERE ${doneSql})::int AS done,
         count(*) FILTER (WHERE NOT p.is_settled AND p.due_on < $2)::int AS late,
         count(*) FILTER (WHERE p.delay_state = 'asked')::int AS "delaysAsked"
       FROM assignment_part p JOIN assignment a ON a.id = p.assignment_id WHERE p.assignment_id = $1 GROUP BY p.state`,
      [assignmentId, today],
    );
  }

  /** How many parts of each assignment are done, and how many are late; absent where it was given to nobody yet. */
  async progress(
    tx: Transaction,
    assignmentIds: readonly string[],
    today: string,
  ): Promise<ReadonlyMap<string, Progress>> {
    const rows: (Progress & { id: string })[] = await tx.sql.query(
      `SELECT p.assignment_id AS id, count(*) FILTER (WHERE ${doneSql})::int AS done,
         count(*) FILTER (WHERE NOT p.is_settled AND p.due_on < $2)::int AS late
       FROM assignment_part p JOIN assignment a ON a.id = p.assignment_id
       WHERE p.assignment_id = ANY($1) GROUP BY p.assignment_id`,
      [assignmentIds, today],
    );
    return new Map(rows.map(({ id, ...progress }) => [id, progress]));
  }

  /** What the numbers add up to that were returned and not sent back. */
  totals(tx: Transaction, assignmentId: string, questionIds: readonly string[]): Promise<AssignmentTotal[]> {
    if (questionIds.length === 0) return Promise.resolve([]);
    return tx.sql.query(
      `SELECT q.id AS "questionId", count(p.answers -> q.id)::int AS unions,
         coalesce(sum((p.answers ->> q.id)::numeric), 0)::float8 AS sum
       FROM unnest($2::text[]) WITH ORDINALITY AS q(id, position)
       LEFT JOIN assignment_part p ON p.assignment_id = $1 AND p.state IN ('returned', 'accepted')
       GROUP BY q.id, q.position ORDER BY q.position`,
      [assignmentId, [...questionIds]],
    );
  }

  /** The newest that a part was handed on as. */
  async handedOn(tx: Transaction, partId: string): Promise<Pick<AssignmentRow, 'id' | 'state'> | null> {
    const rows: Pick<AssignmentRow, 'id' | 'state'>[] = await tx.sql.query(
      `SELECT a.id, a.state FROM assignment a WHERE a.parent_part_id = $1 ORDER BY a.id DESC LIMIT 1`,
      [partId],
    );
    return rows[0] ?? null;
  }
}
