import { Injectable } from '@nestjs/common';
import {
  handoverPicturesMax,
  handoversMax,
  type WaitingHandoverView,
} from '@gongxiang/contracts/sharing/lending/handover.contract';
import type { Counting } from '@gongxiang/contracts/sharing/lending/resource.contract';
import { isUuid } from '@gongxiang/domain';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { readCode } from '../custody/label-code.model.js';
import { HandoverPictureRow, HandoverRow } from './handover.entity.js';

/** The view of a handover that waits for an answer. */
type WaitingHandover = Omit<WaitingHandoverView, 'at' | 'answerBy'> & {
  readonly at: Date;
  readonly answerBy: Date;
};

/** A handover changes only under the lock of its loan, so it needs no lock of its own. */
@Injectable()
export class HandoverRepository {
  async insert(tx: Transaction, row: HandoverRow): Promise<void> {
    await tx.sql.insert(HandoverRow, row as never);
  }

  async update(tx: Transaction, row: HandoverRow): Promise<void> {
    await tx.sql.update(HandoverRow, { loanId: row.loanId, id: row.id }, row as never);
  }

  find(tx: Transaction, loanId: string, id: string): Promise<HandoverRow | null> {
    return tx.sql.findOneBy(HandoverRow, { loanId, id });
  }

  /** In the order in which they happened; at the same time outgoing ones come first. */
  listOf(tx: Transaction, loanId: string): Promise<HandoverRow[]> {
    return tx.sql.find(HandoverRow, {
      where: { loanId },
      order: { happenedAt: 'ASC', recordedAt: 'ASC', direction: 'DESC' },
      take: handoversMax,
    });
  }

  /**
   * Handovers waiting for an answer, earliest deadline first: for the side that did not record it, without the person
   * who did. A union is represented by its officers and those of unions it has mandated.
   */
  waitingFor(
    tx: Transaction,
    actor: { readonly personId: string; readonly paths: readonly string[] },
    page: { readonly cursor?: string; readonly limit?: number },
  ): Promise<WaitingHandover[]> {
    const [answerBy, id] = decodeCursor(page.cursor, 2) ?? [null, null];
    return tx.sql.query(
      `SELECT h.id, h.loan_id AS "loanId", r.title AS "resourceTitle", h.direction, h.recorded_side AS "recordedBy",
              CASE h.recorded_side WHEN 'owner' THEN o.name ELSE b.name END AS "unionName", h.quantity,
              h.happened_at AS at, h.answer_by AS "answerBy"
       FROM loan_handover h JOIN loan l ON l.id = h.loan_id JOIN resource r ON r.id = l.resource_id
       CROSS JOIN LATERAL (SELECT u.name, u.path FROM union_ref u WHERE u.id = l.owner_union_id OFFSET 0) o
       CROSS JOIN LATERAL (SELECT u.id, u.name, u.path FROM union_ref u WHERE u.id = l.borrower_union_id OFFSET 0) b
       WHERE h.state = 'waiting' AND h.recorded_by IS DISTINCT FROM $1
         AND CASE h.recorded_side
           WHEN 'owner' THEN b.path = ANY($2::text[]) OR l.requested_by = $1 OR EXISTS (
             SELECT 1 FROM mandate m JOIN union_ref t ON t.id = m.to_union_id
             WHERE m.from_union_id = b.id AND t.path = ANY($2::text[]) AND m.revoked_at IS NULL
               AND m.valid_from <= $3 AND m.valid_until > $3 AND 'lending' = ANY(m.scopes))
           ELSE o.path = ANY($2::text[]) OR (r.owner_kind = 'person' AND r.owner_id = $1) END
         AND ($4::timestamptz IS NULL OR (h.answer_by, h.id) > ($4::timestamptz, $5::uuid))
       ORDER BY h.answer_by, h.id LIMIT $6`,
      [actor.personId, actor.paths, tx.now, answerBy, id, rowsFor(page.limit)],
    );
  }

  /** The masked names of persons; unknown ones are left out. */
  async namesOf(tx: Transaction, rows: readonly HandoverRow[]): Promise<Map<string, string>> {
    const ids = rows.flatMap(({ recordedBy, answeredBy }) => [recordedBy, answeredBy]);
    const found: { id: string; name: string }[] = await tx.sql.query(
      'SELECT person_id AS id, masked_name AS name FROM member_ref WHERE person_id = ANY($1)',
      [ids.filter((id) => id !== null)],
    );
    return new Map(found.map(({ id, name }) => [id, name]));
  }

  /** The labels of the pieces of some handovers, by the id or code stored there. */
  async labelsOf(tx: Transaction, rows: readonly HandoverRow[]): Promise<Map<string, string>> {
    const named = [...new Set(rows.flatMap(({ pieces }) => pieces))];
    if (named.length === 0) return new Map();
    const codes = named.map((name) => readCode(name) ?? name);
    const found: { id: string; code: string; label: string }[] = await tx.sql.query(
      'SELECT id, code, label FROM piece WHERE id = ANY($1::uuid[]) OR code = ANY($2)',
      [named.filter(isUuid), codes],
    );
    const labels = new Map(
      found.flatMap(({ id, code, label }) => [[id, label] as const, [code, label] as const]),
    );
    return new Map(named.map((name) => [name, labels.get(readCode(name) ?? name) ?? name]));
  }

  /** The label codes that are out with some loans, by loan. */
  async codesOut(tx: Transaction, loanIds: readonly string[]): Promise<Map<string, string[]>> {
    const rows: { id: string; codes: string[] }[] = await tx.sql.query(
      `SELECT o.loan_id AS id, array_agg(p.code ORDER BY p.code) AS codes
       FROM loan_piece o JOIN piece p ON p.id = o.piece_id
       WHERE o.loan_id = ANY($1) AND o.back_at IS NULL GROUP BY o.loan_id`,
      [loanIds],
    );
    return new Map(rows.map(({ id, codes }) => [id, codes]));
  }

  /** How some resources are counted, by resource. */
  async countingsOf(tx: Transaction, resourceIds: readonly string[]): Promise<Map<string, Counting>> {
    const rows: { id: string; counting: Counting }[] = await tx.sql.query(
      'SELECT id, counting FROM resource WHERE id = ANY($1)',
      [[...new Set(resourceIds)]],
    );
    return new Map(rows.map(({ id, counting }) => [id, counting]));
  }

  async insertPicture(tx: Transaction, row: HandoverPictureRow): Promise<void> {
    await tx.sql.insert(HandoverPictureRow, row as never);
  }

  /** The pictures of a loan in the order they were added: ids rise with time. */
  picturesOf(tx: Transaction, loanId: string): Promise<HandoverPictureRow[]> {
    return tx.sql.find(HandoverPictureRow, {
      where: { loanId },
      order: { id: 'ASC' },
      take: handoversMax * handoverPicturesMax,
    });
  }
}
