import { Injectable } from '@nestjs/common';
import type { RecordCorrectionState } from '@gongxiang/contracts/membership/members/correction.contract';
import {
  decodeCursor,
  placeholdersIn,
  reachCondition,
  rowsFor,
  subtreesOf,
  type Transaction,
} from '@gongxiang/persistence';
import { MembershipRow } from '../member/membership.entity.js';
import { CorrectionRow } from './correction.entity.js';

/** A correction with the displayed data of its union and of the people involved. */
export interface CorrectionRecord extends CorrectionRow {
  readonly unionName: string;
  readonly unionPath: string;
  /** Sealed. */
  readonly personName: string;
  readonly maskedName: string;
  readonly proposerName: string;
  readonly deciderName: string | null;
  /** Where the person holds roles. */
  readonly rolePaths: readonly string[];
}

export interface CorrectionFilter {
  readonly state?: RecordCorrectionState;
  /** Only those that wait, and neither concern nor come from this person. */
  readonly waitingFor: string | null;
  /** Keyed hashes of the searched text as a name, a number and a phone. */
  readonly sought: { readonly name: string; readonly residentNumber: string; readonly phone: string } | null;
  readonly cursor?: string;
  readonly limit?: number;
}

/** Whose corrections are listed: those of one person, of whichever union or of one, or of everybody in these subtrees. */
export type CorrectionScope =
  { readonly personId: string; readonly unionId?: string } | { readonly paths: readonly string[] };

const recordSql = `
  SELECT c.id, c.version, c.state, c.person_id AS "personId", c.union_id AS "unionId", c.changes,
    c.new_name AS "newName", c.new_resident_number AS "newResidentNumber", c.new_phone AS "newPhone",
    c.old_name AS "oldName", c.old_resident_number AS "oldResidentNumber", c.old_phone AS "oldPhone", c.note,
    c.paper_key AS "paperKey", c.paper_sha256 AS "paperSha256", c.reverses, c.proposed_by AS "proposedBy",
    c.proposed_at AS "proposedAt", c.decided_by AS "decidedBy", c.decided_at AS "decidedAt", c.reason,
    c.effective_at AS "effectiveAt",
    c.erased_at AS "erasedAt", u.name AS "unionName", u.path AS "unionPath", p.name AS "personName",
    p.masked_name AS "maskedName", q.masked_name AS "proposerName", d.masked_name AS "deciderName",
    ARRAY(SELECT DISTINCT at.path FROM role_grant g JOIN labour_union at ON at.id = g.union_id
      WHERE g.person_id = c.person_id AND g.revoked_at IS NULL) AS "rolePaths"
  FROM correction c JOIN labour_union u ON u.id = c.union_id JOIN person p ON p.id = c.person_id
  JOIN person q ON q.id = c.proposed_by LEFT JOIN person d ON d.id = c.decided_by`;

@Injectable()
export class CorrectionRepository {
  async findById(tx: Transaction, id: string): Promise<CorrectionRecord | null> {
    const rows: CorrectionRecord[] = await tx.sql.query(`${recordSql} WHERE c.id = $1`, [id]);
    return rows[0] ?? null;
  }

  lockById(tx: Transaction, id: string): Promise<CorrectionRow | null> {
    return tx.sql.findOne(CorrectionRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  lockByPaper(tx: Transaction, paperKey: string): Promise<CorrectionRow | null> {
    return tx.sql.findOne(CorrectionRow, { where: { paperKey }, lock: { mode: 'pessimistic_write' } });
  }

  async isWaitingFor(tx: Transaction, personId: string): Promise<boolean> {
    return tx.sql.existsBy(CorrectionRow, [
      { personId, state: 'waiting' },
      { personId, state: 'delayed' },
    ]);
  }

  async insert(tx: Transaction, row: CorrectionRow): Promise<void> {
    await tx.sql.insert(CorrectionRow, row);
  }

  async update(tx: Transaction, row: CorrectionRow): Promise<void> {
    await tx.sql.update(CorrectionRow, { id: row.id }, row);
  }

  /** The newest membership of a person, ended or not. */
  findNewestMembership(tx: Transaction, personId: string): Promise<MembershipRow | null> {
    return tx.sql.findOne(MembershipRow, { where: { personId }, order: { id: 'DESC' } });
  }

  /** Whether somebody else has this resident number. */
  async isNumberTaken(tx: Transaction, hash: string, personId: string): Promise<boolean> {
    const rows: unknown[] = await tx.sql.query(
      'SELECT 1 FROM person WHERE resident_number_hash = $1 AND id <> $2',
      [hash, personId],
    );
    return rows.length > 0;
  }

  /** Newest first. */
  async list(tx: Transaction, scope: CorrectionScope, filter: CorrectionFilter): Promise<CorrectionRecord[]> {
    const values: unknown[] = [];
    const at = placeholdersIn(values);
    const conditions: string[] = [];
    if ('personId' in scope) {
      conditions.push(`c.person_id = ${at(scope.personId)}`);
      if (scope.unionId !== undefined) conditions.push(`c.union_id = ${at(scope.unionId)}`);
    } else {
      const isWithin = await reachCondition(tx, subtreesOf(scope.paths), at, 'labour_union');
      conditions.push(isWithin('c.union_id'));
    }
    const { sought, state, waitingFor } = filter;
    if (waitingFor !== null)
      conditions.push(
        `c.state = 'waiting' AND c.proposed_by <> ${at(waitingFor)} AND c.person_id <> ${at(waitingFor)}`,
      );
    if (sought !== null)
      conditions.push(
        `(p.name_hash = ${at(sought.name)} OR p.resident_number_hash = ${at(sought.residentNumber)}
           OR p.phone_hash = ${at(sought.phone)})`,
      );
    if (state !== undefined) conditions.push(`c.state = ${at(state)}`);
    const cursor = decodeCursor(filter.cursor, 1);
    if (cursor !== null) conditions.push(`c.id < ${at(cursor[0])}::uuid`);
    const limit = at(rowsFor(filter.limit));
    return tx.sql.query(
      `${recordSql} WHERE ${conditions.join(' AND ')} ORDER BY c.id DESC LIMIT ${limit}`,
      values,
    );
  }
}
