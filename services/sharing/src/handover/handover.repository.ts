import { Injectable } from '@nestjs/common';
import { type Counting, handoverPicturesMax, handoversMax } from '@gongxiang/contracts';
import { isUuid } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { readCode } from '../custody/label-code.model.js';
import { HandoverPictureRow, HandoverRow } from './handover.entity.js';

/** A handover changes only under the lock of its loan, so it needs none of its own. */
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

  /** In the order in which they took place; of the same moment what went out comes first. */
  listOf(tx: Transaction, loanId: string): Promise<HandoverRow[]> {
    return tx.sql.find(HandoverRow, {
      where: { loanId },
      order: { happenedAt: 'ASC', recordedAt: 'ASC', direction: 'DESC' },
      take: handoversMax,
    });
  }

  /** What the persons are called, masked; who is not known here is left out. */
  async namesOf(tx: Transaction, rows: readonly HandoverRow[]): Promise<Map<string, string>> {
    const ids = rows.flatMap(({ recordedBy, answeredBy }) => [recordedBy, answeredBy]);
    const found: { id: string; name: string }[] = await tx.sql.query(
      'SELECT person_id AS id, masked_name AS name FROM member_ref WHERE person_id = ANY($1)',
      [ids.filter((id) => id !== null)],
    );
    return new Map(found.map(({ id, name }) => [id, name]));
  }

  /** The labels of the pieces that some handovers name, by the ids or codes by which they name them. */
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

  /** The codes on the labels that are out with some loans, by loan. */
  async codesOut(tx: Transaction, loanIds: readonly string[]): Promise<Map<string, string[]>> {
    const rows: { id: string; codes: string[] }[] = await tx.sql.query(
      `SELECT o.loan_id AS id, array_agg(p.code ORDER BY p.code) AS codes
       FROM loan_piece o JOIN piece p ON p.id = o.piece_id
       WHERE o.loan_id = ANY($1) AND o.back_at IS NULL GROUP BY o.loan_id`,
      [loanIds],
    );
    return new Map(rows.map(({ id, codes }) => [id, codes]));
  }

  /** How some things are counted, by thing. */
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

  /** Those of a loan, in the order in which they were added: ids rise with time. */
  picturesOf(tx: Transaction, loanId: string): Promise<HandoverPictureRow[]> {
    return tx.sql.find(HandoverPictureRow, {
      where: { loanId },
      order: { id: 'ASC' },
      take: handoversMax * handoverPicturesMax,
    });
  }
}
