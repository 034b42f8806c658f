import { Injectable } from '@nestjs/common';
import type { ListQuestionsRequest } from '@gongxiang/contracts/sharing/activities/question.contract';
import { endsOf } from '@gongxiang/domain';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { QuestionRow } from './question.entity.js';

/** A question with the masked name of the asker. */
export interface NamedQuestion extends QuestionRow {
  readonly maskedName: string | null;
}

/** Those of an activity that are not answered: how many, and when the latest was asked. */
export interface OpenQuestions {
  readonly count: number;
  readonly latestAt: Date | null;
}

export interface WaitingQuestion {
  readonly id: string;
  readonly activityId: string;
  readonly activityTitle: string;
  readonly text: string;
  readonly createdAt: Date;
}

const columns = `q.activity_id AS "activityId", q.id, q.version, q.person_id AS "personId", q.anonymous, q.text, q.state,
  q.host_union_ids AS "hostUnionIds", q.answer, q.answered_by AS "answeredBy", q.answered_at AS "answeredAt",
  q.hide_reason AS "hideReason", q.created_at AS "createdAt", m.masked_name AS "maskedName"`;

@Injectable()
export class QuestionRepository {
  async insert(tx: Transaction, row: QuestionRow): Promise<void> {
    await tx.sql.insert(QuestionRow, row);
  }

  async update(tx: Transaction, row: QuestionRow): Promise<void> {
    await tx.sql.update(QuestionRow, { activityId: row.activityId, id: row.id }, row);
  }

  /** A question changes only under the lock of its activity, so it needs no lock of its own. */
  findById(tx: Transaction, activityId: string, id: string): Promise<QuestionRow | null> {
    return tx.sql.findOneBy(QuestionRow, { activityId, id });
  }

  countOpen(tx: Transaction, activityId: string, personId: string): Promise<number> {
    return tx.sql.countBy(QuestionRow, { activityId, personId, state: 'open' });
  }

  async open(tx: Transaction, activityId: string): Promise<OpenQuestions> {
    const [found = { count: 0, latestAt: null }]: OpenQuestions[] = await tx.sql.query(
      `SELECT count(*)::int AS count, max(created_at) AS "latestAt" FROM question
       WHERE activity_id = $1 AND state = 'open'`,
      [activityId],
    );
    return found;
  }

  async maskedNameOf(tx: Transaction, personId: string): Promise<string | null> {
    const rows: { maskedName: string }[] = await tx.sql.query(
      `SELECT masked_name AS "maskedName" FROM member_ref WHERE person_id = $1`,
      [personId],
    );
    return rows[0]?.maskedName ?? null;
  }

  /** Those the reader may see (`mayRead` as a query), newest first. */
  list(
    tx: Transaction,
    filter: ListQuestionsRequest,
    reader: { readonly personId: string; readonly isHost: boolean },
  ): Promise<NamedQuestion[]> {
    const cursor = decodeCursor(filter.cursor, 1);
    return tx.sql.query(
      `SELECT ${columns} FROM question q LEFT JOIN member_ref m ON m.person_id = q.person_id
       WHERE q.activity_id = $1 AND ($2::uuid IS NULL OR q.id < $2) AND ($3::text IS NULL OR q.state = $3)
         AND (q.person_id = $4 OR q.state = 'answered' OR ($5 AND q.state <> 'withdrawn'))
       ORDER BY q.id DESC LIMIT $6`,
      [
        filter.activityId,
        cursor?.[0] ?? null,
        filter.state ?? null,
        reader.personId,
        reader.isHost,
        rowsFor(filter.limit),
      ],
    );
  }

  /** Those that wait for the officers of some subtrees, or for the proposer of the activity, oldest first. */
  waiting(
    tx: Transaction,
    { paths, personId }: { readonly paths: readonly string[]; readonly personId: string },
    page: { readonly cursor?: string; readonly limit?: number; readonly ownUnions?: boolean },
  ): Promise<WaitingQuestion[]> {
    const cursor = decodeCursor(page.cursor, 1);
    return tx.sql.query(
      `SELECT q.id, q.activity_id AS "activityId", a.title AS "activityTitle", q.text, q.created_at AS "createdAt"
       FROM question q CROSS JOIN LATERAL (
         SELECT p.title, p.state, p.proposal FROM activity p WHERE p.id = q.activity_id OFFSET 0) a
       WHERE q.state = 'open' AND a.state = 'published' AND ($2::uuid IS NULL OR q.id > $2)
         AND (a.proposal->>'personId' = ANY(person_ids($4::uuid)::text[])
              OR EXISTS (SELECT 1 FROM union_ref u, unnest($1::text[], $5::text[]) AS reach(start, beyond)
                         WHERE u.id = ANY(q.host_union_ids) AND u.path >= reach.start AND u.path < reach.beyond))
       ORDER BY q.id LIMIT $3`,
      [paths, cursor?.[0] ?? null, rowsFor(page.limit), personId, endsOf(paths, page)],
    );
  }
}
