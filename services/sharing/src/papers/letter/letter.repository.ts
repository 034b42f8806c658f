import { Injectable } from '@nestjs/common';
import type { LetterKind } from '@gongxiang/contracts/sharing/papers/letter-template.contract';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { LetterRow } from './letter.entity.js';
import type { Recipient } from './letter.model.js';

/** A letter with the name of its template. */
export type ListedLetter = Pick<
  LetterRow,
  'id' | 'version' | 'activityId' | 'kind' | 'number' | 'personId' | 'maskedName' | 'issuedAt' | 'revokedAt'
> & { readonly templateName: string };

interface Cut {
  readonly cursor?: string;
  readonly limit?: number;
}

const rowsAtOnce = 500;

@Injectable()
export class LetterRepository {
  /** People who attended, by the current facts. */
  present(tx: Transaction, activityId: string): Promise<Recipient[]> {
    return tx.sql.query(
      `SELECT f.person_id AS "personId", r.id AS "registrationId", coalesce(m.masked_name, '*') AS "maskedName",
              greatest(f.heads - 1, 0) AS companions
       FROM attendance f LEFT JOIN registration r ON r.activity_id = f.activity_id AND r.person_id = f.person_id
       LEFT JOIN member_ref m ON m.person_id = f.person_id
       WHERE f.activity_id = $1 ORDER BY f.person_id`,
      [activityId],
    );
  }

  /** People with a seat. */
  seated(tx: Transaction, activityId: string): Promise<Recipient[]> {
    return tx.sql.query(
      `SELECT r.person_id AS "personId", r.id AS "registrationId", coalesce(m.masked_name, '*') AS "maskedName",
              greatest(r.heads - 1, 0) AS companions
       FROM registration r LEFT JOIN member_ref m ON m.person_id = r.person_id
       WHERE r.activity_id = $1 AND r.state = 'confirmed' ORDER BY r.person_id`,
      [activityId],
    );
  }

  async holders(tx: Transaction, activityId: string, kind: LetterKind): Promise<Set<string>> {
    const rows: { personId: string }[] = await tx.sql.query(
      `SELECT person_id AS "personId" FROM letter WHERE activity_id = $1 AND kind = $2 AND revoked_at IS NULL`,
      [activityId, kind],
    );
    return new Set(rows.map(({ personId }) => personId));
  }

  /** Takes the next numbers of a union. @returns the last of them */
  async take(tx: Transaction, unionId: string, year: number, count: number): Promise<number> {
    const rows: { last: number }[] = await tx.sql.query(
      `INSERT INTO letter_counter (union_id, year, last) VALUES ($1, $2, $3)
       ON CONFLICT (union_id, year) DO UPDATE SET last = letter_counter.last + excluded.last RETURNING last`,
      [unionId, year, count],
    );
    return rows[0]?.last ?? count;
  }

  async insert(tx: Transaction, rows: readonly LetterRow[]): Promise<void> {
    for (let from = 0; from < rows.length; from += rowsAtOnce)
      await tx.sql.insert(LetterRow, rows.slice(from, from + rowsAtOnce));
  }

  find(tx: Transaction, activityId: string, id: string): Promise<LetterRow | null> {
    return tx.sql.findOneBy(LetterRow, { activityId, id });
  }

  async update(tx: Transaction, row: LetterRow): Promise<void> {
    await tx.sql.update(LetterRow, { activityId: row.activityId, id: row.id }, row);
  }

  /** A person's own valid letter. */
  findOwn(tx: Transaction, personId: string, id: string): Promise<LetterRow | null> {
    return tx.sql
      .createQueryBuilder(LetterRow, 'l')
      .where('l.personId = ANY(person_ids(:personId)) AND l.id = :id AND l.revokedAt IS NULL', {
        personId,
        id,
      })
      .getOne();
  }

  findByCode(tx: Transaction, code: string, number: string): Promise<LetterRow | null> {
    return tx.sql
      .createQueryBuilder(LetterRow, 'l')
      .where('l.code = :code AND l.number = :number AND l.revokedAt IS NULL', { code, number })
      .getOne();
  }

  /** Of an activity, in order of issue. */
  list(
    tx: Transaction,
    { activityId, cursor, limit }: Cut & { activityId: string },
  ): Promise<ListedLetter[]> {
    const [after] = decodeCursor(cursor, 1) ?? [null];
    return tx.sql.query(
      `SELECT l.id, l.version, l.activity_id AS "activityId", l.kind, l.number, l.person_id AS "personId",
              l.masked_name AS "maskedName",
              l.issued_at AS "issuedAt", l.revoked_at AS "revokedAt", t.name AS "templateName"
       FROM letter l JOIN letter_template t ON t.id = l.template_id
       WHERE l.activity_id = $1 AND ($2::uuid IS NULL OR l.id > $2) ORDER BY l.id LIMIT $3`,
      [activityId, after, rowsFor(limit)],
    );
  }

  /** A person's own valid letters, newest first. */
  own(tx: Transaction, personId: string, { cursor, limit }: Cut): Promise<LetterRow[]> {
    const [before] = decodeCursor(cursor, 1) ?? [null];
    const query = tx.sql
      .createQueryBuilder(LetterRow, 'l')
      .where('l.personId = ANY(person_ids(:personId)) AND l.revokedAt IS NULL', { personId })
      .orderBy('l.id', 'DESC')
      .take(rowsFor(limit));
    if (before !== null) query.andWhere('l.id < :before', { before });
    return query.getMany();
  }
}
