import { Injectable } from '@nestjs/common';
import { beyondSubtree } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';

interface Place {
  readonly importId: string | null;
  readonly unionPath: string;
}

interface PhoneHolder {
  readonly personId: string;
  readonly phoneHash: string;
  readonly nameHash: string;
}

/**
 * Members of a union and those below it, of whom the column has one of the values in $1. OFFSET 0 keeps PostgreSQL to the
 * indexes: while a large roster grows, its statistics still speak of few rows.
 */
const membersBy = (column: 'id' | 'phone_hash' | 'resident_number_hash', type: 'uuid' | 'text'): string => `
  unnest($1::${type}[]) AS sought(value)
  CROSS JOIN LATERAL (SELECT * FROM person WHERE ${column} = sought.value OFFSET 0) p
  CROSS JOIN LATERAL (
    SELECT union_id FROM union_membership WHERE person_id = p.id AND state <> 'ended' OFFSET 0) m
  JOIN labour_union u ON u.id = m.union_id AND u.path >= $2 AND u.path < $3`;

@Injectable()
export class CandidateRepository {
  /** Members with one of these phones, but for those who have it through this very import. */
  async withPhones(
    tx: Transaction,
    { importId, unionPath }: Place,
    phoneHashes: readonly string[],
  ): Promise<PhoneHolder[]> {
    if (phoneHashes.length === 0) return [];
    return tx.sql.query(
      `SELECT p.id AS "personId", p.phone_hash AS "phoneHash", p.name_hash AS "nameHash"
       FROM ${membersBy('phone_hash', 'text')}
       WHERE NOT EXISTS (
         SELECT 1 FROM member_import_row r WHERE r.import_id = $4 AND r.person_id = p.id
           AND (r.state = 'created' OR r.changes @> '[{"field": "phone"}]') OFFSET 0)
       ORDER BY p.id`,
      [[...new Set(phoneHashes)], unionPath, beyondSubtree(unionPath), importId],
    );
  }

  /** Members with one of these numbers, but for those whom this very import has entered. @returns by the hash */
  async withNumbers(
    tx: Transaction,
    { importId, unionPath }: Place,
    numberHashes: readonly string[],
  ): Promise<ReadonlyMap<string, string>> {
    if (numberHashes.length === 0) return new Map();
    const rows: { personId: string; numberHash: string }[] = await tx.sql.query(
      `SELECT p.id AS "personId", p.resident_number_hash AS "numberHash"
       FROM ${membersBy('resident_number_hash', 'text')}
       WHERE NOT EXISTS (SELECT 1 FROM member_import_row r
         WHERE r.import_id = $4 AND r.person_id = p.id AND r.state = 'created' OFFSET 0)`,
      [[...new Set(numberHashes)], unionPath, beyondSubtree(unionPath), importId],
    );
    return new Map(rows.map(({ numberHash, personId }) => [numberHash, personId]));
  }

  /** The names and unions of candidates, by person; who has left since is absent. */
  async named(
    tx: Transaction,
    unionPath: string,
    personIds: readonly string[],
  ): Promise<
    ReadonlyMap<string, { readonly name: string; readonly maskedName: string; readonly unionName: string }>
  > {
    if (personIds.length === 0) return new Map();
    const rows: { id: string; name: string; maskedName: string; unionName: string }[] = await tx.sql.query(
      `SELECT p.id, p.name, p.masked_name AS "maskedName", u.name AS "unionName" FROM ${membersBy('id', 'uuid')}`,
      [[...new Set(personIds)], unionPath, beyondSubtree(unionPath)],
    );
    return new Map(rows.map(({ id, ...named }) => [id, named]));
  }
}
