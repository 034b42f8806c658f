import { Injectable } from '@nestjs/common';
import type { TransferState } from '@gongxiang/contracts/membership/members/transfer.contract';
import {
  decodeCursor,
  placeholdersIn,
  reachCondition,
  rowsFor,
  subtreesOf,
  type Transaction,
} from '@gongxiang/persistence';
import { lapsesAt } from './transfer.model.js';
import { TransferRow } from './transfer.entity.js';

/** A transfer with the displayed data of both unions and of the person. */
export interface TransferRecord extends TransferRow {
  readonly fromUnionName: string | null;
  readonly fromPath: string | null;
  readonly toUnionName: string;
  readonly toPath: string;
  /** Sealed. */
  readonly personName: string | null;
  readonly maskedName: string | null;
  /** The person is the only officer of a union below the old one, or of the old one itself. */
  readonly needsSuccessor: boolean;
}

/** Whose transfers are listed: those of one person, or from and to these subtrees. */
export type TransferScope = { readonly personId: string } | { readonly paths: readonly string[] };

const recordSql = `
  SELECT t.id, t.version, t.state, t.asked_by AS "askedBy", t.person_id AS "personId",
    t.from_union_id AS "fromUnionId", t.to_union_id AS "toUnionId", t.entered_name AS "enteredName",
    t.proposed_by AS "proposedBy", t.asked_at AS "askedAt", t.person_agreed_at AS "personAgreedAt",
    t.new_union_agreed_at AS "newUnionAgreedAt", t.old_union_agreed_at AS "oldUnionAgreedAt",
    t.admitted_by AS "admittedBy", t.objection, t.objected_by AS "objectedBy", t.reason, t.ended_at AS "endedAt",
    f.name AS "fromUnionName", f.path AS "fromPath", n.name AS "toUnionName", n.path AS "toPath",
    p.name AS "personName", p.masked_name AS "maskedName",
    t.state = 'asked' AND EXISTS (
      SELECT 1 FROM role_grant g JOIN labour_union u ON u.id = g.union_id
      WHERE g.person_id = t.person_id AND g.role = 'officer' AND g.revoked_at IS NULL AND starts_with(u.path, f.path)
        AND NOT EXISTS (SELECT 1 FROM role_grant o WHERE o.union_id = g.union_id AND o.role = 'officer'
          AND o.revoked_at IS NULL AND o.person_id <> g.person_id)) AS "needsSuccessor"
  FROM membership_transfer t JOIN labour_union n ON n.id = t.to_union_id
  LEFT JOIN labour_union f ON f.id = t.from_union_id LEFT JOIN person p ON p.id = t.person_id`;

@Injectable()
export class TransferRepository {
  async findById(tx: Transaction, id: string): Promise<TransferRecord | null> {
    const rows: TransferRecord[] = await tx.sql.query(`${recordSql} WHERE t.id = $1`, [id]);
    return rows[0] ?? null;
  }

  lockById(tx: Transaction, id: string): Promise<TransferRow | null> {
    return tx.sql.findOne(TransferRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async isUnderWay(tx: Transaction, personId: string): Promise<boolean> {
    const rows: unknown[] = await tx.sql.query(
      `SELECT 1 FROM membership_transfer WHERE person_id = $1 AND state IN ('asked', 'disputed')`,
      [personId],
    );
    return rows.length > 0;
  }

  async insert(tx: Transaction, row: TransferRow): Promise<void> {
    await tx.sql.insert(TransferRow, row);
  }

  async update(tx: Transaction, row: TransferRow): Promise<void> {
    await tx.sql.update(TransferRow, { id: row.id }, row);
  }

  /** What waits for officers of the old union about its member waits for those of the new one. @returns their ids */
  async moveCorrections(tx: Transaction, personId: string, toUnionId: string): Promise<string[]> {
    const [rows]: [{ id: string }[], number] = await tx.sql.query(
      `UPDATE correction SET union_id = $2 WHERE person_id = $1 AND state = 'waiting' RETURNING id`,
      [personId, toUnionId],
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Newest first. A state is that which the reader is shown: to those who reach the new union alone, a transfer to
   * which the person has not agreed is asked or lapsed, whatever became of it.
   */
  async list(
    tx: Transaction,
    scope: TransferScope,
    filter: { readonly state?: TransferState; readonly cursor?: string; readonly limit?: number },
  ): Promise<TransferRecord[]> {
    const values: unknown[] = [];
    const at = placeholdersIn(values);
    const conditions: string[] = [];
    let shownState = 't.state';
    if ('personId' in scope) conditions.push(`t.person_id = ${at(scope.personId)}`);
    else {
      const isWithin = await reachCondition(tx, subtreesOf(scope.paths), at, 'labour_union');
      conditions.push(`(${isWithin('t.from_union_id')} OR ${isWithin('t.to_union_id')})`);
      if (filter.state !== undefined) {
        const lapsed = at(new Date(2 * tx.now.getTime() - lapsesAt({ askedAt: tx.now }).getTime()));
        shownState = `CASE WHEN t.asked_by <> 'newUnion' OR t.person_agreed_at IS NOT NULL OR t.state = 'withdrawn'
            OR ${isWithin('t.from_union_id')} THEN t.state
          WHEN t.asked_at > ${lapsed} THEN 'asked' ELSE 'lapsed' END`;
      }
    }
    if (filter.state !== undefined) conditions.push(`${shownState} = ${at(filter.state)}`);
    const cursor = decodeCursor(filter.cursor, 1);
    if (cursor !== null) conditions.push(`t.id < ${at(cursor[0])}::uuid`);
    const limit = at(rowsFor(filter.limit));
    return tx.sql.query(
      `${recordSql} WHERE ${conditions.join(' AND ')} ORDER BY t.id DESC LIMIT ${limit}`,
      values,
    );
  }
}
