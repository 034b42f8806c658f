import { Injectable } from '@nestjs/common';
import type {
  VacancyInterestState,
  VacancyState,
} from '@gongxiang/contracts/affairs/listings/vacancy.contract';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { In } from 'typeorm';
import { VacancyInterestRow } from './vacancy-interest.entity.js';

/** An interest with the person as they stand now. */
export interface InterestRecord extends VacancyInterestRow {
  /** The record into which that of the person was merged, or the same. */
  readonly presentId: string;
  readonly unionName: string | null;
}

/** An interest with its vacancy. */
export interface OwnInterest extends VacancyInterestRow {
  readonly title: string;
  readonly employerName: string;
  readonly vacancyState: VacancyState;
  readonly until: string;
}

interface PageFilter {
  readonly cursor?: string;
  readonly limit?: number;
}

const columns = `i.id, i.version, i.vacancy_id AS "vacancyId", i.person_id AS "personId", i.state,
  i.sealed_name AS "sealedName", i.sealed_words AS "sealedWords", i.sealed_phone AS "sealedPhone",
  i.sent_at AS "sentAt", i.answered_at AS "answeredAt", i.answered_by AS "answeredBy"`;

const recordSql = `SELECT ${columns}, coalesce(a.into_id, i.person_id) AS "presentId", u.name AS "unionName"
  FROM vacancy_interest i
  LEFT JOIN person_alias a ON a.from_id = i.person_id
  LEFT JOIN member_ref m ON m.person_id = coalesce(a.into_id, i.person_id) AND m.state = 'active'
  LEFT JOIN union_ref u ON u.id = m.union_id`;

@Injectable()
export class VacancyInterestRepository {
  async find(tx: Transaction, id: string): Promise<InterestRecord | null> {
    const rows: InterestRecord[] = await tx.sql.query(`${recordSql} WHERE i.id = $1`, [id]);
    return rows[0] ?? null;
  }

  lock(tx: Transaction, id: string): Promise<VacancyInterestRow | null> {
    return tx.sql.findOne(VacancyInterestRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** The caller's own under any of their ids; of two that a merge has brought together, the earlier one. */
  own(tx: Transaction, vacancyId: string): Promise<VacancyInterestRow | null> {
    return tx.sql.findOne(VacancyInterestRow, {
      where: { vacancyId, personId: In(idsOf(tx)) },
      order: { sentAt: 'ASC' },
    });
  }

  async insert(tx: Transaction, row: VacancyInterestRow): Promise<void> {
    await tx.sql.insert(VacancyInterestRow, row);
  }

  async update(tx: Transaction, row: VacancyInterestRow): Promise<void> {
    await tx.sql.update(VacancyInterestRow, { id: row.id }, row);
  }

  async removeOwn(tx: Transaction, vacancyId: string): Promise<void> {
    await tx.sql.delete(VacancyInterestRow, { vacancyId, personId: In(idsOf(tx)) });
  }

  async removeAll(tx: Transaction, vacancyId: string): Promise<void> {
    await tx.sql.delete(VacancyInterestRow, { vacancyId });
  }

  /** Who is interested in a vacancy, the latest first. */
  ofVacancy(
    tx: Transaction,
    {
      vacancyId,
      state,
      cursor,
      limit,
    }: PageFilter & {
      readonly vacancyId: string;
      readonly state?: VacancyInterestState;
    },
  ): Promise<InterestRecord[]> {
    return tx.sql.query(
      `${recordSql} WHERE i.vacancy_id = $1 AND ($2::text IS NULL OR i.state = $2)
         AND ($3::uuid IS NULL OR i.id < $3::uuid) ORDER BY i.id DESC LIMIT $4`,
      [vacancyId, state ?? null, decodeCursor(cursor, 1)?.[0] ?? null, rowsFor(limit)],
    );
  }

  /** The caller's own, the latest first. */
  listOwn(tx: Transaction, { cursor, limit }: PageFilter): Promise<OwnInterest[]> {
    return tx.sql.query(
      `SELECT ${columns}, v.title, v.employer_name AS "employerName", v.state AS "vacancyState", v.until::text AS until
       FROM vacancy_interest i JOIN vacancy v ON v.id = i.vacancy_id
       WHERE i.person_id = ANY($1::uuid[]) AND ($2::uuid IS NULL OR i.id < $2::uuid)
       ORDER BY i.id DESC LIMIT $3`,
      [idsOf(tx), decodeCursor(cursor, 1)?.[0] ?? null, rowsFor(limit)],
    );
  }

  /**
   * Whose interests nobody has answered: two of them at most, which tells one from several.
   * @param exceptPersonId who is not counted, under any of their ids
   */
  async unansweredSenders(
    tx: Transaction,
    vacancyId: string,
    exceptPersonId: string | null,
  ): Promise<string[]> {
    const rows: { id: string }[] = await tx.sql.query(
      `SELECT DISTINCT coalesce(a.into_id, i.person_id) AS id
       FROM vacancy_interest i LEFT JOIN person_alias a ON a.from_id = i.person_id
       WHERE i.vacancy_id = $1 AND i.state = 'sent'
         AND ($2::uuid IS NULL OR coalesce(a.into_id, i.person_id) <> $2)
       ORDER BY id LIMIT 2`,
      [vacancyId, exceptPersonId],
    );
    return rows.map(({ id }) => id);
  }

  /** In which vacancies somebody has said to be interested, under any of their ids. */
  async vacanciesOf(tx: Transaction, personId: string): Promise<string[]> {
    const rows: { id: string }[] = await tx.sql.query(
      `SELECT DISTINCT i.vacancy_id AS id FROM vacancy_interest i
       WHERE i.person_id = $1 OR i.person_id IN (SELECT from_id FROM person_alias WHERE into_id = $1)
       ORDER BY id`,
      [personId],
    );
    return rows.map(({ id }) => id);
  }
}

/** All ids under which the caller may have said to be interested. */
function idsOf(tx: Transaction): string[] {
  return [tx.personId, ...(tx.call.actor?.formerIds ?? [])];
}
