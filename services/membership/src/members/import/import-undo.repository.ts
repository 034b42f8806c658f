import { Injectable } from '@nestjs/common';
import { shanghaiDate } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import type { MembershipRow } from '../member/membership.entity.js';
import type { MemberImportRow } from './member-import.entity.js';

export type UndoneTerm = Pick<
  MembershipRow,
  | 'personId'
  | 'unionId'
  | 'state'
  | 'standing'
  | 'endedReason'
  | 'validFrom'
  | 'validTo'
  | 'employmentKind'
  | 'servedByUnionId'
  | 'admittedBy'
  | 'retainedReason'
  | 'retainedFrom'
>;

const termSql = `m.person_id AS "personId", m.union_id AS "unionId", m.state, m.standing, m.ended_reason AS "endedReason", m.valid_from AS "validFrom",
  m.valid_to AS "validTo", m.employment_kind AS "employmentKind", m.served_by_union_id AS "servedByUnionId",
  m.admitted_by AS "admittedBy",
  m.retained_reason AS "retainedReason", m.retained_from AS "retainedFrom"`;

/** Statements over all rows of an import: a hundred thousand are undone in the transaction that says so. */
@Injectable()
export class ImportUndoRepository {
  /** Locks the people of an import in the order of their ids, before anything is decided about them. */
  async lockPeople(tx: Transaction, importId: string): Promise<void> {
    await tx.sql.query(
      `SELECT p.id FROM person p WHERE p.id IN (SELECT r.person_id FROM member_import_row r
         WHERE r.import_id = $1 AND r.state IN ('created', 'updated')) ORDER BY p.id FOR UPDATE`,
      [importId],
    );
  }

  /** Marks the rows that cannot be undone, as something depends on them. */
  async markKept(tx: Transaction, importId: string): Promise<void> {
    await tx.sql.query(
      `UPDATE member_import_row r SET kept_because = CASE
           WHEN r.state = 'created' AND p.password_hash IS NOT NULL THEN 'ACTIVATED' ELSE 'CHANGED_SINCE' END
       FROM person p WHERE r.import_id = $1 AND r.state IN ('created', 'updated') AND p.id = r.person_id
         -- Imports of earlier releases did not record versions.
         AND CASE WHEN r.person_version IS NULL THEN p.password_hash IS NOT NULL ELSE p.version <> r.person_version END`,
      [importId],
    );
  }

  /** Ends the memberships that an import created, but for those of rows that are kept. */
  async endCreated(tx: Transaction, row: MemberImportRow): Promise<UndoneTerm[]> {
    const [ended] = (await tx.sql.query(
      `UPDATE union_membership m SET state = 'ended', ended_reason = 'importUndone', valid_to = greatest(m.valid_from, $3::date)
       FROM member_import_row r
       WHERE r.import_id = $1 AND r.state = 'created' AND r.kept_because IS NULL AND m.person_id = r.person_id
         AND m.state <> 'ended' AND m.created_at BETWEEN $2 AND $4 -- not a later one elsewhere
       RETURNING ${termSql}`,
      [row.id, row.createdAt, shanghaiDate(tx.now), row.finishedAt],
    )) as [UndoneTerm[], number];
    return ended;
  }

  /** Gives updated members back what the import replaced, but for those of rows that are kept. */
  async restoreUpdated(tx: Transaction, importId: string): Promise<UndoneTerm[]> {
    await tx.sql.query(
      `UPDATE person p SET phone = r.before #>> '{phone,sealed}', phone_hash = r.before #>> '{phone,hash}'
       FROM member_import_row r WHERE r.import_id = $1 AND r.state = 'updated' AND r.kept_because IS NULL
         AND p.id = r.person_id AND r.before ? 'phone'`,
      [importId],
    );
    const [restored] = (await tx.sql.query(
      `UPDATE union_membership m SET
         valid_from = CASE WHEN r.before ? 'validFrom' THEN (r.before ->> 'validFrom')::date ELSE m.valid_from END,
         employment_kind = CASE WHEN r.before ? 'employmentKind' THEN r.before ->> 'employmentKind'
           ELSE m.employment_kind END
       FROM member_import_row r WHERE r.import_id = $1 AND r.state = 'updated' AND r.kept_because IS NULL
         AND r.before IS NOT NULL AND m.person_id = r.person_id AND m.state <> 'ended'
       RETURNING ${termSql}`,
      [importId],
    )) as [UndoneTerm[], number];
    return restored;
  }

  /** Takes up again the memberships that the import ended, unless their people are members again. */
  async resumeEnded(tx: Transaction, importId: string): Promise<UndoneTerm[]> {
    const [resumed] = (await tx.sql.query(
      `UPDATE union_membership m SET state = l.state_before, valid_to = NULL, ended_reason = NULL,
         end_decision = NULL
       FROM member_import_leaving l WHERE l.import_id = $1 AND m.id = l.membership_id AND l.state_before IS NOT NULL
         AND m.state = 'ended'
         AND NOT EXISTS (SELECT 1 FROM union_membership o WHERE o.person_id = m.person_id AND o.state <> 'ended')
       RETURNING ${termSql}`,
      [importId],
    )) as [UndoneTerm[], number];
    return resumed;
  }
}
