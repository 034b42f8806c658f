import { Injectable } from '@nestjs/common';
import type { ServiceDefinition } from '@gongxiang/contracts/affairs/matters/service-item.contract';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { StepMarkRow } from './step-mark.entity.js';

export interface StepMarkRecord extends StepMarkRow {
  readonly byName: string | null;
  readonly confirmedByName: string | null;
}

export interface ColleagueRecord {
  readonly personId: string;
  readonly maskedName: string | null;
}

export interface PublicNoticeRecord {
  readonly id: string;
  readonly stepId: string;
  readonly definition: ServiceDefinition;
  readonly unionName: string;
  readonly publicText: string;
  readonly noticeFrom: string;
  readonly noticeUntil: string;
}

interface NoticeFilter {
  readonly today: string;
  /** The earliest last day. */
  readonly since: string;
  readonly cursor?: string;
  readonly limit?: number;
}

@Injectable()
export class MatterStepRepository {
  /** What is written in the steps of a matter, the first one first. */
  marks(tx: Transaction, matterId: string): Promise<StepMarkRecord[]> {
    return tx.sql.query(
      `SELECT k.id, k.matter_id AS "matterId", k.step_id AS "stepId", k.written_by AS "writtenBy", k.at,
         k.sealed_words AS "sealedWords", k.public_text AS "publicText", k.notice_from::text AS "noticeFrom",
         k.notice_until::text AS "noticeUntil", k.taken_back_at AS "takenBackAt", k.waits, k.confirmed_by AS "confirmedBy",
         m.masked_name AS "byName", c.masked_name AS "confirmedByName"
       FROM matter_step_mark k LEFT JOIN member_ref m ON m.person_id = k.written_by
       LEFT JOIN member_ref c ON c.person_id = k.confirmed_by
       WHERE k.matter_id = $1 AND k.taken_back_at IS NULL ORDER BY k.at, k.id`,
      [matterId],
    );
  }

  colleagues(tx: Transaction, matterId: string): Promise<ColleagueRecord[]> {
    return tx.sql.query(
      `SELECT c.id AS "personId", r.masked_name AS "maskedName"
       FROM matter m CROSS JOIN LATERAL unnest(m.colleague_ids) WITH ORDINALITY AS c(id, place)
       LEFT JOIN member_ref r ON r.person_id = c.id WHERE m.id = $1 ORDER BY c.place`,
      [matterId],
    );
  }

  async insert(tx: Transaction, row: StepMarkRow): Promise<void> {
    await tx.sql.insert(StepMarkRow, row);
  }

  async takeBack(tx: Transaction, id: string): Promise<void> {
    await tx.sql.update(StepMarkRow, { id }, { takenBackAt: tx.now });
  }

  /** What waits for a second person holds from now on. */
  async confirmWaiting(tx: Transaction, matterId: string): Promise<void> {
    await tx.sql.update(StepMarkRow, { matterId, waits: true }, { waits: false, confirmedBy: tx.personId });
  }

  /** What waits for a second person does not come to hold. */
  async dropWaiting(tx: Transaction, matterId: string): Promise<void> {
    await tx.sql.update(StepMarkRow, { matterId, waits: true }, { waits: false, takenBackAt: tx.now });
  }

  /** Notices that have begun and were not over before a day, the one that ends last first. */
  publicNotices(
    tx: Transaction,
    { today, since, cursor, limit }: NoticeFilter,
  ): Promise<PublicNoticeRecord[]> {
    const [until, id] = decodeCursor(cursor, 2) ?? [null, null];
    return tx.sql.query(
      `SELECT k.id, k.step_id AS "stepId", e.definition, u.name AS "unionName", k.public_text AS "publicText",
         k.notice_from::text AS "noticeFrom", k.notice_until::text AS "noticeUntil"
       FROM matter_step_mark k JOIN matter m ON m.id = k.matter_id
       JOIN service_edition e ON e.service_id = m.service_id AND e.number = m.edition JOIN union_ref u ON u.id = m.union_id
       WHERE k.public_text IS NOT NULL AND k.taken_back_at IS NULL AND k.notice_from <= $1::date AND k.notice_until >= $2::date
         AND ($3::date IS NULL OR (k.notice_until, k.id) < ($3::date, $4::uuid))
       ORDER BY k.notice_until DESC, k.id DESC LIMIT $5`,
      [today, since, until, id, rowsFor(limit)],
    );
  }
}
