import { Injectable } from '@nestjs/common';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { In } from 'typeorm';
import { ClubMemberRow } from './club-member.entity.js';

/** A club member with the displayed data of the person and of their current union. */
export interface ClubMemberRecord extends Omit<ClubMemberRow, 'endedBy' | 'createdAt'> {
  readonly name: string;
  readonly maskedName: string;
  readonly unionId: string | null;
  readonly unionName: string | null;
  readonly unionPath: string | null;
}

interface Filter {
  readonly clubId: string;
  readonly left: boolean;
  readonly cursor?: string;
  readonly limit?: number;
}

const recordSql = `
  SELECT c.club_id AS "clubId", c.person_id AS "personId", c.id, c.version, c.valid_from AS "validFrom",
    c.valid_to AS "validTo", c.end_reason AS "endReason", p.name, p.masked_name AS "maskedName",
    u.id AS "unionId", u.name AS "unionName", u.path AS "unionPath"
  FROM club_member c JOIN person p ON p.id = c.person_id
  LEFT JOIN union_membership m ON m.person_id = c.person_id AND m.state <> 'ended'
  LEFT JOIN labour_union u ON u.id = m.union_id`;

@Injectable()
export class ClubMemberRepository {
  lock(tx: Transaction, clubId: string, personId: string): Promise<ClubMemberRow | null> {
    return tx.sql.findOne(ClubMemberRow, {
      where: { clubId, personId },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async find(tx: Transaction, clubId: string, personId: string): Promise<ClubMemberRecord | null> {
    const rows: ClubMemberRecord[] = await tx.sql.query(
      `${recordSql} WHERE c.club_id = $1 AND c.person_id = $2`,
      [clubId, personId],
    );
    return rows[0] ?? null;
  }

  /** A person's own terms in these clubs. */
  findOf(tx: Transaction, clubIds: readonly string[], personId: string): Promise<ClubMemberRow[]> {
    return tx.sql.findBy(ClubMemberRow, { clubId: In([...clubIds]), personId });
  }

  /** @returns false if a concurrent request has added the person */
  async insert(tx: Transaction, row: ClubMemberRow): Promise<boolean> {
    const inserted = await tx.sql
      .createQueryBuilder()
      .insert()
      .into(ClubMemberRow)
      .values(row)
      .orIgnore()
      .returning('id')
      .execute();
    return (inserted.raw as unknown[]).length > 0;
  }

  async update(tx: Transaction, row: ClubMemberRow): Promise<void> {
    await tx.sql.update(ClubMemberRow, { clubId: row.clubId, personId: row.personId }, row);
  }

  /** Ordered by first joining. */
  list(tx: Transaction, { clubId, left, cursor, limit }: Filter): Promise<ClubMemberRecord[]> {
    const after = decodeCursor(cursor, 1);
    return tx.sql.query(
      `${recordSql} WHERE c.club_id = $1 AND c.valid_to IS ${left ? 'NOT NULL' : 'NULL'}
         AND ($2::uuid IS NULL OR c.id > $2) ORDER BY c.id LIMIT $3`,
      [clubId, after?.[0] ?? null, rowsFor(limit)],
    );
  }

  /** All rows by id, for republication. */
  after(tx: Transaction, afterId: string | null, limit: number): Promise<ClubMemberRow[]> {
    const query = tx.sql.createQueryBuilder(ClubMemberRow, 'c').orderBy('c.id').limit(limit);
    return (afterId === null ? query : query.where('c.id > :afterId', { afterId })).getMany();
  }
}
