import { Injectable } from '@nestjs/common';
import type { Matter } from '@gongxiang/contracts/words/matter';
import { decodeCursor, rowsFor, selectListOf, type Transaction } from '@gongxiang/persistence';
import { DelegationRow } from './delegation.entity.js';

/** A delegation with the names of its matter and of the people in it, by which others see them. */
export interface NamedDelegation extends DelegationRow {
  readonly matterName: string | null;
  readonly maskedName: string | null;
  readonly createdByName: string | null;
  readonly revokedByName: string | null;
}

interface PageOf {
  readonly cursor?: string;
  readonly limit?: number;
}

@Injectable()
export class DelegationRepository {
  lockById(tx: Transaction, id: string): Promise<DelegationRow | null> {
    return tx.sql.findOne(DelegationRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async insert(tx: Transaction, row: DelegationRow): Promise<void> {
    await tx.sql.insert(DelegationRow, row);
  }

  async update(tx: Transaction, row: DelegationRow): Promise<void> {
    await tx.sql.update(DelegationRow, { id: row.id }, row);
  }

  /** Who holds the matter now. The caller holds the lock under which it is delegated. */
  async holdersOf(tx: Transaction, { kind, id }: Matter): Promise<string[]> {
    const rows: { personId: string }[] = await tx.sql.query(
      `SELECT person_id AS "personId" FROM delegation
       WHERE matter_kind = $1 AND matter_id = $2 AND revoked_at IS NULL AND (valid_to IS NULL OR valid_to > $3)`,
      [kind, id, tx.now],
    );
    return rows.map(({ personId }) => personId);
  }

  /** By id, for republication. */
  after(tx: Transaction, afterId: string | null, limit: number): Promise<DelegationRow[]> {
    const query = tx.sql.createQueryBuilder(DelegationRow, 'd').orderBy('d.id').limit(limit);
    return (afterId === null ? query : query.where('d.id > :afterId', { afterId })).getMany();
  }

  async find(tx: Transaction, id: string): Promise<NamedDelegation | null> {
    const rows: NamedDelegation[] = await tx.sql.query(`${named(tx)} WHERE d.id = $1`, [id]);
    return rows[0] ?? null;
  }

  /** Of a matter, newest first. */
  ofMatter(
    tx: Transaction,
    { kind, id, inForce, cursor, limit }: Matter & PageOf & { readonly inForce: boolean },
  ): Promise<NamedDelegation[]> {
    const [before = null] = decodeCursor(cursor, 1) ?? [];
    return tx.sql.query(
      `${named(tx)} WHERE d.matter_kind = $1 AND d.matter_id = $2 AND ($3::uuid IS NULL OR d.id < $3)
         AND (NOT $4::boolean OR (d.revoked_at IS NULL AND (d.valid_to IS NULL OR d.valid_to > $5)))
       ORDER BY d.id DESC LIMIT $6`,
      [kind, id, before, inForce, tx.now, rowsFor(limit)],
    );
  }

  /** Of a person, newest first. */
  ofPerson(tx: Transaction, personId: string, { cursor, limit }: PageOf): Promise<NamedDelegation[]> {
    const [before = null] = decodeCursor(cursor, 1) ?? [];
    return tx.sql.query(
      `${named(tx)} WHERE d.person_id = $1 AND ($2::uuid IS NULL OR d.id < $2) ORDER BY d.id DESC LIMIT $3`,
      [personId, before, rowsFor(limit)],
    );
  }
}

function named(tx: Transaction): string {
  return `SELECT ${selectListOf(tx.sql, DelegationRow, 'd')},
    coalesce(a.title, p.name, self.masked_name) AS "matterName", m.masked_name AS "maskedName",
    g.masked_name AS "createdByName", r.masked_name AS "revokedByName"
  FROM delegation d
  LEFT JOIN activity a ON d.matter_kind = 'activity' AND a.id = d.matter_id
  LEFT JOIN party_ref p ON p.kind = d.matter_kind AND p.id = d.matter_id
  LEFT JOIN member_ref self ON d.matter_kind = 'person' AND self.person_id = d.matter_id
  LEFT JOIN member_ref m ON m.person_id = d.person_id
  LEFT JOIN member_ref g ON g.person_id = d.created_by
  LEFT JOIN member_ref r ON r.person_id = d.revoked_by`;
}
