import { Injectable } from '@nestjs/common';
import type { NoticeKind } from '@gongxiang/contracts/notification/notice-kinds';
import type { NoticeReason } from '@gongxiang/contracts/notification/notice-reasons';
import type { Transaction } from '@gongxiang/persistence';

/** A notice as this service kept it, with ids of what it is about by their names, those that it has. */
export interface KeptRow {
  readonly id: string;
  readonly personId: string;
  readonly kind: NoticeKind;
  readonly why: NoticeReason;
  readonly cause: string;
  readonly about: Readonly<Record<string, string>>;
  readonly details: Readonly<Record<string, string | null>>;
  readonly sourceId: string | null;
  readonly activityTitle: string | null;
  readonly timeZone: string | null;
  readonly createdAt: Date;
  readonly readAt: Date | null;
}

export interface KeptText {
  readonly id: string;
  readonly subject: string;
  readonly text: string;
  readonly withdrawnAt: Date | null;
}

@Injectable()
export class NoticeMoveRepository {
  /** Takes the oldest ones out; they stay where the transaction does not commit. */
  take(tx: Transaction, limit: number): Promise<KeptRow[]> {
    return tx.sql.query(
      `WITH taken AS (
         DELETE FROM notice WHERE ctid = ANY(ARRAY(SELECT ctid FROM notice ORDER BY created_at LIMIT $1)) RETURNING *
       )
       SELECT n.id, n.person_id AS "personId", n.kind, n.why, n.cause, n.details, n.source_id AS "sourceId",
         jsonb_strip_nulls(jsonb_build_object('activityId', n.activity_id, 'loanId', n.loan_id, 'needId', n.need_id,
           'waitId', n.wait_id, 'resourceId', n.resource_id, 'moneyId', n.money_id,
           'efficacySurveyId', n.efficacy_survey_id, 'rankingId', n.ranking_id, 'intakeId', n.intake_id,
           'delegationId', n.delegation_id, 'brandId', n.details->'brandId')) AS about,
         a.title AS "activityTitle", a.time_zone AS "timeZone", n.created_at AS "createdAt", n.read_at AS "readAt"
       FROM taken n LEFT JOIN activity a ON a.id = n.activity_id`,
      [limit],
    );
  }

  /** What organisers have written, in the order of their ids. */
  texts(tx: Transaction, after: string | null, limit: number): Promise<KeptText[]> {
    return tx.sql.query(
      `SELECT id, subject, text, withdrawn_at AS "withdrawnAt" FROM message
       WHERE $1::uuid IS NULL OR id > $1 ORDER BY id LIMIT $2`,
      [after, limit],
    );
  }
}
