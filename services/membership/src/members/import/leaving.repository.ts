import { Injectable } from '@nestjs/common';
import type { MembershipState } from '@gongxiang/contracts/membership/membership-events';
import { beyondSubtree } from '@gongxiang/domain';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { LeavingRow } from './member-import.entity.js';

export interface LeavingMember {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly maskedName: string;
  readonly unionId: string;
  readonly unionName: string;
  readonly unionPath: string;
  readonly state: MembershipState;
  readonly validFrom: string;
  readonly ends: boolean;
}

interface Place {
  readonly importId: string;
  readonly unionPath: string;
}

/** Members of the union whom no row of the file is about, not even one that is not loaded. */
const absentSql = `
  FROM union_membership m JOIN labour_union u ON u.id = m.union_id AND u.path >= $2 AND u.path < $3
  JOIN person p ON p.id = m.person_id
  WHERE m.state <> 'ended'
    AND NOT EXISTS (SELECT 1 FROM member_import_row r WHERE r.import_id = $1 AND r.person_id = m.person_id)
    AND NOT EXISTS (SELECT 1 FROM member_import_row r WHERE r.import_id = $1 AND r.identity_hash = p.resident_number_hash)
    AND NOT EXISTS (SELECT 1 FROM member_import_row r
      WHERE r.import_id = $1 AND r.identity_hash IS NULL AND r.number_hash = p.resident_number_hash)
    AND m.person_id NOT IN (SELECT (c ->> 'personId')::uuid FROM member_import_row r, jsonb_array_elements(r.candidates) c
      WHERE r.import_id = $1 AND r.state = 'ambiguous')`;

@Injectable()
export class LeavingRepository {
  /** In the order of the list of members. */
  list(
    tx: Transaction,
    { importId, unionPath }: Place,
    page: { cursor?: string; limit?: number },
  ): Promise<LeavingMember[]> {
    const cursor = decodeCursor(page.cursor, 2);
    const values: unknown[] = [importId, unionPath, beyondSubtree(unionPath), rowsFor(page.limit)];
    const after = cursor === null ? '' : 'AND (u.path, m.id) > ($5, $6::uuid)';
    if (cursor !== null) values.push(cursor[0], cursor[1]);
    return tx.sql.query(
      `SELECT m.id, m.person_id AS "personId", p.name, p.masked_name AS "maskedName", m.union_id AS "unionId",
         u.name AS "unionName", u.path AS "unionPath", m.state, m.valid_from AS "validFrom",
         EXISTS (SELECT 1 FROM member_import_leaving l WHERE l.import_id = $1 AND l.membership_id = m.id) AS ends
       ${absentSql} ${after} ORDER BY u.path, m.id LIMIT $4`,
      values,
    );
  }

  /** Whether a membership is on the list. */
  async isAbsent(tx: Transaction, { importId, unionPath }: Place, membershipId: string): Promise<boolean> {
    const rows: unknown[] = await tx.sql.query(`SELECT m.id ${absentSql} AND m.id = $4`, [
      importId,
      unionPath,
      beyondSubtree(unionPath),
      membershipId,
    ]);
    return rows.length > 0;
  }

  /** In the order of their ids. */
  ticked(tx: Transaction, importId: string): Promise<LeavingRow[]> {
    return tx.sql.find(LeavingRow, { where: { importId }, order: { membershipId: 'ASC' } });
  }

  /** @returns how many are ticked now */
  async tick(
    tx: Transaction,
    importId: string,
    { memberId: membershipId, ends }: { readonly memberId: string; readonly ends: boolean },
  ): Promise<number> {
    if (ends)
      await tx.sql.upsert(LeavingRow, { importId, membershipId, stateBefore: null }, [
        'importId',
        'membershipId',
      ]);
    else await tx.sql.delete(LeavingRow, { importId, membershipId });
    return tx.sql.countBy(LeavingRow, { importId });
  }

  async recordEnd(tx: Transaction, row: LeavingRow): Promise<void> {
    const { importId, membershipId } = row;
    await tx.sql.update(LeavingRow, { importId, membershipId }, { stateBefore: row.stateBefore });
  }
}
