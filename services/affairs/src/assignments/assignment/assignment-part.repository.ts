import { Injectable } from '@nestjs/common';
import type {
  AssignmentDesk,
  AssignmentFigureDto,
  AssignmentKind,
  AssignmentPartFilter,
  AssignmentPartState,
  AssignmentState,
} from '@gongxiang/contracts/affairs/assignments/assignment.contract';
import type { BulletinAttachmentDto } from '@gongxiang/contracts/affairs/bulletins/bulletin.contract';
import type { FormQuestionDto } from '@gongxiang/contracts/words/form-question';
import { newId } from '@gongxiang/domain';
import { decodeCursor, placeholdersIn, rowsFor, type Transaction } from '@gongxiang/persistence';
import { AssignmentPartRow } from './assignment.entity.js';

/** A part with its assignment, and the unions and people of both. */
export interface PartRecord extends AssignmentPartRow {
  readonly title: string;
  readonly text: string;
  readonly kind: AssignmentKind;
  readonly questions: FormQuestionDto[];
  readonly attachments: BulletinAttachmentDto[];
  readonly figures: AssignmentFigureDto[];
  readonly assignmentState: AssignmentState;
  readonly giverName: string;
  readonly giverPath: string;
  readonly unionName: string;
  readonly unionPath: string;
  readonly returnedByName: string | null;
}

interface BoardFilter {
  readonly assignmentId: string;
  readonly state?: AssignmentPartState;
  readonly only?: AssignmentPartFilter;
  readonly today: string;
  readonly cursor?: string;
  readonly limit?: number;
}

interface MineFilter {
  readonly desk: AssignmentDesk;
  /** The unions at which the caller is an officer. */
  readonly unionIds: readonly string[];
  readonly cursor?: string;
  readonly limit?: number;
}

const recordSqlOf = (parts: string): string => `
  SELECT p.id, p.version, p.assignment_id AS "assignmentId", p.union_id AS "unionId", p.state,
    p.is_settled AS "isSettled", p.due_on::text AS "dueOn", p.draft, p.answers, p.returned_by AS "returnedBy",
    p.returned_at AS "returnedAt", p.sent_back_reason AS "sentBackReason", p.delay_state AS "delayState",
    p.delay_until::text AS "delayUntil", p.delay_reason AS "delayReason", p.is_announced AS "isAnnounced",
    a.title, a.text, a.kind, a.questions, a.attachments, a.figures, a.state AS "assignmentState", g.name AS "giverName", g.path AS "giverPath",
    u.name AS "unionName", u.path AS "unionPath", m.masked_name AS "returnedByName"
  FROM ${parts} p JOIN assignment a ON a.id = p.assignment_id JOIN union_ref g ON g.id = a.union_id
  JOIN union_ref u ON u.id = p.union_id LEFT JOIN member_ref m ON m.person_id = p.returned_by`;

@Injectable()
export class AssignmentPartRepository {
  async find(tx: Transaction, id: string): Promise<PartRecord | null> {
    const rows: PartRecord[] = await tx.sql.query(`${recordSqlOf('assignment_part')} WHERE p.id = $1`, [id]);
    return rows[0] ?? null;
  }

  lock(tx: Transaction, id: string): Promise<AssignmentPartRow | null> {
    return tx.sql.findOne(AssignmentPartRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async update(tx: Transaction, row: AssignmentPartRow): Promise<void> {
    await tx.sql.update(AssignmentPartRow, { id: row.id }, row);
  }

  /** A part for each of some unions, in one statement. */
  async insertFor(
    tx: Transaction,
    unionIds: readonly string[],
    { assignmentId, dueOn }: Pick<AssignmentPartRow, 'assignmentId' | 'dueOn'>,
  ): Promise<void> {
    await tx.sql.query(
      `INSERT INTO assignment_part (id, version, assignment_id, union_id, state, is_settled, due_on, is_announced)
       SELECT t.id, 1, $1, t.union_id, 'waiting', false, $2, false
       FROM unnest($3::uuid[], $4::uuid[]) AS t(id, union_id)`,
      [assignmentId, dueOn, unionIds.map(() => newId()), [...unionIds]],
    );
  }

  /** Some of which it is still to be told whom they wait for. */
  lockUnannounced(tx: Transaction, assignmentId: string, limit: number): Promise<AssignmentPartRow[]> {
    return tx.sql.find(AssignmentPartRow, {
      where: { assignmentId, isAnnounced: false },
      order: { id: 'ASC' },
      take: limit,
      lock: { mode: 'pessimistic_write' },
    });
  }

  async markAnnounced(tx: Transaction, ids: readonly string[]): Promise<void> {
    await tx.sql.query(`UPDATE assignment_part SET is_announced = true WHERE id = ANY($1::uuid[])`, [ids]);
  }

  /** Nothing of a closed assignment is owed any more. */
  async settleAll(tx: Transaction, assignmentId: string): Promise<void> {
    await tx.sql.query(
      `UPDATE assignment_part SET is_settled = true, is_announced = false, version = version + 1
       WHERE assignment_id = $1 AND NOT is_settled`,
      [assignmentId],
    );
  }

  /** The unions that owe something; those past their day alone, where a day is given. */
  async owing(tx: Transaction, assignmentId: string, before: string | null): Promise<string[]> {
    const rows: { unionId: string }[] = await tx.sql.query(
      `SELECT p.union_id AS "unionId" FROM assignment_part p
       WHERE p.assignment_id = $1 AND NOT p.is_settled AND ($2::date IS NULL OR p.due_on < $2::date)`,
      [assignmentId, before],
    );
    return rows.map(({ unionId }) => unionId);
  }

  /** Whether something waits for the officers who gave it. */
  async waiting(
    tx: Transaction,
    assignmentId: string,
  ): Promise<{ readonly returned: boolean; readonly delaysAsked: boolean }> {
    const rows: { returned: boolean; delaysAsked: boolean }[] = await tx.sql.query(
      `SELECT EXISTS (SELECT 1 FROM assignment_part p WHERE p.assignment_id = $1 AND p.state = 'returned') AS returned,
         EXISTS (SELECT 1 FROM assignment_part p WHERE p.assignment_id = $1 AND p.delay_state = 'asked') AS "delaysAsked"`,
      [assignmentId],
    );
    return rows[0] ?? { returned: false, delaysAsked: false };
  }

  /** Of one assignment: what is owed first, by its day. */
  board(tx: Transaction, filter: BoardFilter): Promise<PartRecord[]> {
    const values: unknown[] = [];
    const bind = placeholdersIn(values);
    const conditions = [`p.assignment_id = ${bind(filter.assignmentId)}::uuid`];
    if (filter.state !== undefined) conditions.push(`p.state = ${bind(filter.state)}`);
    if (filter.only === 'late')
      conditions.push(`NOT p.is_settled AND p.due_on < ${bind(filter.today)}::date`);
    if (filter.only === 'delayAsked') conditions.push(`p.delay_state = 'asked'`);
    const [isSettled, dueOn, id] = decodeCursor(filter.cursor, 3) ?? [null, null, null];
    if (isSettled !== null)
      conditions.push(
        `(p.is_settled, p.due_on, p.id) > (${bind(isSettled)}::boolean, ${bind(dueOn)}::date, ${bind(id)}::uuid)`,
      );
    const order = 'ORDER BY p.is_settled, p.due_on, p.id';
    const page = `(SELECT * FROM assignment_part p WHERE ${conditions.join(' AND ')}
      ${order} LIMIT ${bind(rowsFor(filter.limit))})`;
    return tx.sql.query(`${recordSqlOf(page)} ${order}`, values);
  }

  /** Of some unions: what they owe by its day, or all, the newest first. */
  ofUnions(tx: Transaction, { desk, unionIds, cursor, limit }: MineFilter): Promise<PartRecord[]> {
    const values: unknown[] = [];
    const bind = placeholdersIn(values);
    const count = bind(rowsFor(limit));
    const conditions = ['p.union_id = own.id'];
    if (desk === 'owed') {
      conditions.push('NOT p.is_settled');
      const [dueOn, id] = decodeCursor(cursor, 2) ?? [null, null];
      if (dueOn !== null) conditions.push(`(p.due_on, p.id) > (${bind(dueOn)}::date, ${bind(id)}::uuid)`);
    } else {
      const [id] = decodeCursor(cursor, 1) ?? [null];
      if (id !== null) conditions.push(`p.id < ${bind(id)}::uuid`);
    }
    const order = desk === 'owed' ? 'ORDER BY p.due_on, p.id' : 'ORDER BY p.id DESC';
    const found = `SELECT * FROM assignment_part p WHERE ${conditions.join(' AND ')} ${order} LIMIT ${count}`;
    const page = `(SELECT p.* FROM unnest(${bind(unionIds)}::uuid[]) AS own(id) CROSS JOIN LATERAL (${found}) AS p
      ${order} LIMIT ${count})`;
    return tx.sql.query(`${recordSqlOf(page)} ${order}`, values);
  }
}
