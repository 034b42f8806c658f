import { Injectable } from '@nestjs/common';
import {
  type ListNoticesRequest,
  type SeatState,
  unreadShownMax,
} from '@gongxiang/contracts/sharing/reference/notice.contract';
import type { ActivityState } from '@gongxiang/contracts/sharing/sharing-events';
import { newId } from '@gongxiang/domain';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { NoticeRow } from './notice.entity.js';
import type { Notice } from './notice.model.js';

/** A notice with current data of its activity and its message. */
export interface NoticeLine extends NoticeRow {
  readonly activityTitle: string | null;
  readonly activityState: ActivityState | null;
  readonly timeZone: string;
  readonly subject: string | null;
  readonly text: string | null;
  readonly withdrawnAt: Date | null;
}

const lineColumns = `n.person_id AS "personId", n.id, n.kind, n.why, n.activity_id AS "activityId",
  n.loan_id AS "loanId", n.need_id AS "needId", n.wait_id AS "waitId", n.resource_id AS "resourceId",
  n.money_id AS "moneyId", n.efficacy_survey_id AS "efficacySurveyId", n.ranking_id AS "rankingId", n.intake_id AS "intakeId",
  n.delegation_id AS "delegationId",
  n.cause, n.details,
  n.source_id AS "sourceId", n.created_at AS "createdAt", n.read_at AS "readAt", a.title AS "activityTitle",
  a.state AS "activityState", coalesce(a.time_zone, 'Asia/Shanghai') AS "timeZone", m.subject, m.text, m.withdrawn_at AS "withdrawnAt"`;
const lineTables = `notice n LEFT JOIN activity a ON a.id = n.activity_id
  LEFT JOIN message m ON n.kind = 'message' AND m.activity_id = n.activity_id AND m.id = n.source_id`;

@Injectable()
export class NoticeRepository {
  /** @returns the new ones: a person notified for the same cause before is left out */
  async insert(tx: Transaction, notices: readonly Notice[]): Promise<{ id: string; personId: string }[]> {
    const column = (of: (notice: Notice) => unknown): unknown[] => notices.map(of);
    return tx.sql.query(
      `INSERT INTO notice (person_id, id, kind, why, activity_id, cause, details, source_id, loan_id, need_id, wait_id,
         resource_id, money_id, efficacy_survey_id, ranking_id, intake_id, delegation_id, created_at)
       SELECT u.*, $18::timestamptz FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::uuid[], $6::text[],
         $7::jsonb[], $8::uuid[], $9::uuid[], $10::uuid[], $11::uuid[], $12::uuid[], $13::uuid[], $14::uuid[],
         $15::uuid[], $16::uuid[], $17::uuid[]) AS u
       ON CONFLICT (person_id, cause) DO NOTHING RETURNING id, person_id AS "personId"`,
      [
        column((one) => one.personId),
        column(() => newId()),
        column((one) => one.kind),
        column((one) => one.why),
        column((one) => one.activityId),
        column((one) => one.cause),
        column((one) => JSON.stringify(one.details)),
        column((one) => one.sourceId ?? null),
        column((one) => one.loanId ?? null),
        column((one) => one.needId ?? null),
        column((one) => one.waitId ?? null),
        column((one) => one.resourceId ?? null),
        column((one) => one.moneyId ?? null),
        column((one) => one.efficacySurveyId ?? null),
        column((one) => one.rankingId ?? null),
        column((one) => one.intakeId ?? null),
        column((one) => one.delegationId ?? null),
        tx.now,
      ],
    );
  }

  /** A person's, newest first. */
  list(tx: Transaction, personId: string, filter: ListNoticesRequest): Promise<NoticeLine[]> {
    const cursor = decodeCursor(filter.cursor, 1);
    return tx.sql.query(
      `SELECT ${lineColumns} FROM ${lineTables}
       WHERE n.person_id = $1 AND ($2::uuid IS NULL OR n.id < $2) AND ($3::text IS NULL OR n.kind = $3)
       ${filter.unread ? 'AND n.read_at IS NULL' : ''}
       ORDER BY n.id DESC LIMIT $4`,
      [personId, cursor?.[0] ?? null, filter.kind ?? null, rowsFor(filter.limit)],
    );
  }

  async find(tx: Transaction, personId: string, id: string): Promise<NoticeLine | null> {
    const rows: NoticeLine[] = await tx.sql.query(
      `SELECT ${lineColumns} FROM ${lineTables} WHERE n.person_id = $1 AND n.id = $2`,
      [personId, id],
    );
    return rows[0] ?? null;
  }

  /** At most what a page can show. */
  async countUnread(tx: Transaction, personId: string): Promise<number> {
    const rows: { unread: number }[] = await tx.sql.query(
      `SELECT count(*)::int AS unread
       FROM (SELECT 1 FROM notice WHERE person_id = $1 AND read_at IS NULL LIMIT ${unreadShownMax}) AS n`,
      [personId],
    );
    return rows[0]?.unread ?? 0;
  }

  async markRead(tx: Transaction, personId: string, id: string): Promise<void> {
    await tx.sql.query(
      `UPDATE notice SET read_at = $3 WHERE person_id = $1 AND id = $2 AND read_at IS NULL`,
      [personId, id, tx.now],
    );
  }

  /** Ids are in time order. */
  async markAllRead(tx: Transaction, personId: string, upTo: string): Promise<void> {
    await tx.sql.query(
      `UPDATE notice SET read_at = $3 WHERE person_id = $1 AND id <= $2 AND read_at IS NULL`,
      [personId, upTo, tx.now],
    );
  }

  /**
   * Deletes the oldest notices read before a time, and unread ones created before another.
   * @returns the number, at most `limit`
   */
  async erase(
    tx: Transaction,
    { readBefore, unreadSince }: { readonly readBefore: Date; readonly unreadSince: Date },
    limit: number,
  ): Promise<number> {
    const [rows]: [unknown[], number] = await tx.sql.query(
      `DELETE FROM notice WHERE ctid = ANY(ARRAY(
         (SELECT ctid FROM notice WHERE read_at < $1 ORDER BY read_at LIMIT $3)
         UNION ALL
         (SELECT ctid FROM notice WHERE read_at IS NULL AND created_at < $2 ORDER BY created_at LIMIT $3)
         LIMIT $3)) RETURNING 1`,
      [readBefore, unreadSince, limit],
    );
    return rows.length;
  }

  /** People with a seat, an offer or a waitlist place at a time, in id order. */
  async takingPart(
    tx: Transaction,
    activityId: string,
    { registeredUntil, after }: { readonly registeredUntil: string; readonly after: string | null },
    limit: number,
  ): Promise<{ personId: string; state: SeatState }[]> {
    return tx.sql.query(
      `SELECT person_id AS "personId", state FROM registration
       WHERE activity_id = $1 AND state IN ('confirmed', 'held', 'waitlisted') AND registered_at <= $2
         AND ($3::uuid IS NULL OR person_id > $3)
       ORDER BY person_id LIMIT $4`,
      [activityId, registeredUntil, after, limit],
    );
  }
}
