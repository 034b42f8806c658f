import { Injectable } from '@nestjs/common';
import type { IntakeState } from '@gongxiang/contracts/membership/joining/intake.contract';
import type { IntakeKind } from '@gongxiang/contracts/membership/membership-events';
import {
  decodeCursor,
  placeholdersIn,
  reachCondition,
  rowsFor,
  subtreesOf,
  type Transaction,
} from '@gongxiang/persistence';
import { IntakeAnswerRow, IntakeFollowUpRow, IntakeRow } from './intake.entity.js';

/** An entry with the displayed data of its person and its unions. */
export interface IntakeRecord extends IntakeRow {
  readonly name: string;
  readonly maskedName: string;
  readonly homeName: string;
  readonly homePath: string;
  readonly unionName: string;
  readonly unionPath: string;
}

export interface AnswerRecord extends IntakeAnswerRow {
  readonly unionName: string;
}

interface PageFilter {
  readonly state?: IntakeState;
  readonly cursor?: string;
  readonly limit?: number;
}

interface ListFilter extends PageFilter {
  readonly kind?: IntakeKind;
  readonly waitingForMe?: boolean;
  readonly within: readonly string[];
}

/** Whether only open entries are listed, which are ordered by deadline. */
export function isOpenOnly({ state, waitingForMe }: Pick<ListFilter, 'state' | 'waitingForMe'>): boolean {
  return state === 'open' || waitingForMe === true;
}

const recordSql = `
  SELECT e.id, e.version, e.kind, e.state, e.person_id AS "personId", e.home_union_id AS "homeUnionId",
    e.union_id AS "unionId", e.text, e.page, e.subject_noun AS "subjectNoun", e.subject_id AS "subjectId",
    e.due_at AS "dueAt", e.created_at AS "createdAt", e.closed_by AS "closedBy", e.closed_at AS "closedAt",
    e.close_reason AS "closeReason", e.ending, e.closes_at AS "closesAt", p.name, p.masked_name AS "maskedName", h.name AS "homeName",
    h.path AS "homePath", u.name AS "unionName", u.path AS "unionPath"
  FROM intake_entry e JOIN person p ON p.id = e.person_id JOIN labour_union h ON h.id = e.home_union_id
  JOIN labour_union u ON u.id = e.union_id`;

const answerSql = `
  SELECT a.entry_id AS "entryId", a.number, a.union_id AS "unionId", a.text, a.answered_by AS "answeredBy",
    a.answered_at AS "answeredAt", u.name AS "unionName"
  FROM intake_answer a JOIN labour_union u ON u.id = a.union_id`;

@Injectable()
export class IntakeRepository {
  async findById(tx: Transaction, id: string): Promise<IntakeRecord | null> {
    const rows: IntakeRecord[] = await tx.sql.query(`${recordSql} WHERE e.id = $1`, [id]);
    return rows[0] ?? null;
  }

  lockById(tx: Transaction, id: string): Promise<IntakeRow | null> {
    return tx.sql.findOne(IntakeRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Counts a person's open entries, up to `max`. */
  async countOpen(tx: Transaction, personId: string, max: number): Promise<number> {
    const rows: unknown[] = await tx.sql.query(
      `SELECT 1 FROM intake_entry WHERE person_id = $1 AND state = 'open' ORDER BY id DESC LIMIT $2`,
      [personId, max],
    );
    return rows.length;
  }

  async insert(tx: Transaction, row: IntakeRow): Promise<void> {
    await tx.sql.insert(IntakeRow, row);
  }

  async update(tx: Transaction, row: IntakeRow): Promise<void> {
    await tx.sql.update(IntakeRow, { id: row.id }, row);
  }

  async addAnswer(tx: Transaction, row: IntakeAnswerRow): Promise<void> {
    await tx.sql.insert(IntakeAnswerRow, row);
  }

  /** All answers to an entry, oldest first. */
  answers(tx: Transaction, entryId: string): Promise<AnswerRecord[]> {
    return tx.sql.query(`${answerSql} WHERE a.entry_id = $1 ORDER BY a.number`, [entryId]);
  }

  async addFollowUp(tx: Transaction, row: IntakeFollowUpRow): Promise<void> {
    await tx.sql.insert(IntakeFollowUpRow, row);
  }

  /** The follow-up questions of an entry, oldest first. */
  followUps(tx: Transaction, entryId: string): Promise<IntakeFollowUpRow[]> {
    return tx.sql.find(IntakeFollowUpRow, { where: { entryId }, order: { number: 'ASC' } });
  }

  /** The latest answer by entry id, for those entries that have one. */
  async latestAnswers(tx: Transaction, entryIds: readonly string[]): Promise<Map<string, AnswerRecord>> {
    const rows: AnswerRecord[] = await tx.sql.query(
      `SELECT latest.* FROM unnest($1::uuid[]) AS e(id)
       JOIN LATERAL (${answerSql} WHERE a.entry_id = e.id ORDER BY a.number DESC LIMIT 1) AS latest ON true`,
      [entryIds],
    );
    return new Map(rows.map((row) => [row.entryId, row]));
  }

  /**
   * Newest first; open entries by deadline, the earliest first.
   * @param within the paths of the unions whose entries are listed with those below, or alone if they wait for the
   * caller
   */
  list(tx: Transaction, filter: ListFilter): Promise<IntakeRecord[]> {
    return isOpenOnly(filter) ? this.listOpen(tx, filter) : this.listAll(tx, filter);
  }

  private async listAll(tx: Transaction, filter: ListFilter): Promise<IntakeRecord[]> {
    const values: unknown[] = [
      filter.state ?? null,
      filter.kind ?? null,
      decodeCursor(filter.cursor, 1)?.[0] ?? null,
      rowsFor(filter.limit),
    ];
    const isWithin = await isInReach(tx, filter, values);
    return tx.sql.query(
      `${recordSql}
       WHERE ${isWithin('e.union_id')} AND ($1::text IS NULL OR e.state = $1)
         AND ($2::text IS NULL OR e.kind = $2) AND ($3::uuid IS NULL OR e.id < $3::uuid)
       ORDER BY e.id DESC LIMIT $4`,
      values,
    );
  }

  private async listOpen(tx: Transaction, filter: ListFilter): Promise<IntakeRecord[]> {
    const [dueAt, id] = decodeCursor(filter.cursor, 2) ?? [null, null];
    const values: unknown[] = [filter.kind ?? null, dueAt, id, rowsFor(filter.limit)];
    const isWithin = await isInReach(tx, filter, values);
    return tx.sql.query(
      `${recordSql}
       WHERE ${isWithin('e.union_id')} AND e.state = 'open' AND ($1::text IS NULL OR e.kind = $1)
         AND ($2::timestamptz IS NULL OR (e.due_at, e.id) > ($2::timestamptz, $3::uuid))
       ORDER BY e.due_at, e.id LIMIT $4`,
      values,
    );
  }

  /** A person's own entries, newest first. */
  ofPerson(tx: Transaction, personId: string, filter: PageFilter): Promise<IntakeRecord[]> {
    return tx.sql.query(
      `${recordSql} WHERE e.person_id = $1 AND ($2::text IS NULL OR e.state = $2)
         AND ($3::uuid IS NULL OR e.id < $3::uuid)
       ORDER BY e.id DESC LIMIT $4`,
      [personId, filter.state ?? null, decodeCursor(filter.cursor, 1)?.[0] ?? null, rowsFor(filter.limit)],
    );
  }
}

/** What waits for the caller is of the unions themselves, and not of those below. */
function isInReach(
  tx: Transaction,
  { within, waitingForMe }: ListFilter,
  values: unknown[],
): Promise<(unionId: string) => string> {
  const reach = subtreesOf(within, { ownUnions: waitingForMe });
  return reachCondition(tx, reach, placeholdersIn(values), 'labour_union');
}
