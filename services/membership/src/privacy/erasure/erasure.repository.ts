import { Injectable } from '@nestjs/common';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import type {
  ErasurePaperKind,
  ListErasures,
} from '@gongxiang/contracts/membership/privacy/erasure.contract';
import type { ListPaperErasures } from '@gongxiang/contracts/membership/privacy/paper-erasure.contract';
import { hasMembers, withoutMembers } from '@gongxiang/messaging/events';
import {
  decodeCursor,
  erasedName,
  placeholdersIn,
  reachCondition,
  rowsFor,
  selectListOf,
  subtreesOf,
  type Transaction,
} from '@gongxiang/persistence';
import { In } from 'typeorm';
import type { PersonRow } from '../../persons/person/person.entity.js';
import { ErasurePartRow, ErasureRow } from './erasure.entity.js';

export interface ErasureRecord extends ErasureRow {
  readonly unionName: string | null;
}

/** A request on paper with what officers see beside it. */
export interface PaperErasureRecord extends ErasureRow {
  readonly paperKind: ErasurePaperKind;
  readonly paperDate: string;
  readonly filedBy: string;
  readonly unionId: string;
  readonly unionName: string;
  readonly unionPath: string;
  readonly memberId: string;
  readonly maskedName: string;
  readonly filerName: string;
  readonly deciderName: string | null;
}

@Injectable()
export class ErasureRepository {
  findNewest(tx: Transaction, personId: string): Promise<ErasureRow | null> {
    return tx.sql.findOne(ErasureRow, { where: { personId }, order: { id: 'DESC' } });
  }

  findByReceipt(tx: Transaction, receiptHash: string): Promise<ErasureRow | null> {
    return tx.sql.findOneBy(ErasureRow, { receiptHash });
  }

  lockById(tx: Transaction, id: string): Promise<ErasureRow | null> {
    return tx.sql.findOne(ErasureRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async insert(tx: Transaction, row: ErasureRow): Promise<void> {
    await tx.sql.insert(ErasureRow, row);
  }

  async update(tx: Transaction, row: ErasureRow): Promise<void> {
    await tx.sql.update(ErasureRow, { id: row.id }, row);
  }

  async findPaper(tx: Transaction, id: string): Promise<PaperErasureRecord | null> {
    const rows: PaperErasureRecord[] = await tx.sql.query(`${paperSql(tx)} AND e.id = $1`, [id]);
    return rows[0] ?? null;
  }

  /** Newest first. */
  async listPapers(
    tx: Transaction,
    paths: readonly string[],
    asked: ListPaperErasures,
  ): Promise<PaperErasureRecord[]> {
    const values: unknown[] = [];
    const at = placeholdersIn(values);
    const isWithin = await reachCondition(tx, subtreesOf(paths), at, 'labour_union');
    const conditions = [isWithin('e.union_id')];
    if (asked.state !== undefined) conditions.push(`e.state = ${at(asked.state)}`);
    const cursor = decodeCursor(asked.cursor, 1);
    if (cursor !== null) conditions.push(`e.id < ${at(cursor[0])}::uuid`);
    return tx.sql.query(
      `${paperSql(tx)} AND ${conditions.join(' AND ')} ORDER BY e.id DESC LIMIT ${at(rowsFor(asked.limit))}`,
      values,
    );
  }

  partsOf(tx: Transaction, ids: readonly string[]): Promise<ErasurePartRow[]> {
    return tx.sql.findBy(ErasurePartRow, { erasureId: In([...ids]) });
  }

  async savePart(tx: Transaction, row: ErasurePartRow): Promise<void> {
    await tx.sql.upsert(ErasurePartRow, row, ['erasureId', 'service']);
  }

  /** The union of the newest membership, ended or not. */
  async lastUnionOf(tx: Transaction, personId: string): Promise<string | null> {
    const rows: { id: string }[] = await tx.sql.query(
      'SELECT union_id AS id FROM union_membership WHERE person_id = $1 ORDER BY id DESC LIMIT 1',
      [personId],
    );
    return rows[0]?.id ?? null;
  }

  /** Whether the record has become part of another one. */
  async isMerged(tx: Transaction, personId: string): Promise<boolean> {
    const rows: unknown[] = await tx.sql.query('SELECT 1 FROM person_alias WHERE from_id = $1', [personId]);
    return rows.length > 0;
  }

  /** All ids that ever stood for the person. */
  async idsOf(tx: Transaction, personId: string): Promise<string[]> {
    const [row] = (await tx.sql.query('SELECT person_ids($1) AS ids', [personId])) as [{ ids: string[] }];
    return row.ids;
  }

  /** Applications name nobody on record: they are found by the number, or by name and phone. @returns their ids */
  async deleteApplications(
    tx: Transaction,
    { nameHash, residentNumberHash, phoneHash }: PersonRow,
  ): Promise<string[]> {
    const isTheirs = 'resident_number_hash = $1 OR (name_hash = $2 AND phone_hash = $3)';
    const hashes = [residentNumberHash, nameHash, phoneHash];
    await tx.sql.query(
      `DELETE FROM application_turn WHERE application_id IN (SELECT id FROM application WHERE ${isTheirs})`,
      hashes,
    );
    const [rows]: [{ id: string }[], number] = await tx.sql.query(
      `DELETE FROM application WHERE ${isTheirs} RETURNING id`,
      hashes,
    );
    await tx.sql.query('DELETE FROM phone_code WHERE phone_hash = $1', [phoneHash]);
    return rows.map(({ id }) => id);
  }

  /**
   * Filings name nobody on record either: their contact is found by the phone. One that is open goes on without its contact;
   * its candidates are deleted with all others, some time after it has ended.
   */
  async emptyFoundings(tx: Transaction, { phoneHash }: PersonRow): Promise<void> {
    await tx.sql.query(
      'UPDATE union_founding SET contact_name = NULL, phone = NULL, phone_hash = NULL WHERE phone_hash = $1',
      [phoneHash],
    );
  }

  /** The keys of the pictures of papers that corrections of the person rest on. */
  async papersOf(tx: Transaction, personId: string): Promise<string[]> {
    const rows: { key: string }[] = await tx.sql.query(
      'SELECT paper_key AS key FROM correction WHERE person_id = $1 AND paper_key IS NOT NULL',
      [personId],
    );
    return rows.map(({ key }) => key);
  }

  /** Closes what is open, as its author has gone. @param sealed stands for every text */
  async replaceComplaints(tx: Transaction, personId: string, sealed: string): Promise<void> {
    await tx.sql.query(
      `UPDATE intake_entry SET text = $2, close_reason = CASE WHEN close_reason IS NOT NULL THEN $2 END,
         ending = coalesce(ending, 'withdrawn'), closed_at = coalesce(closed_at, $3),
         closed_by = CASE WHEN state = 'closed' THEN closed_by ELSE person_id END, state = 'closed', closes_at = NULL
       WHERE person_id = $1`,
      [personId, sealed, tx.now],
    );
    for (const table of ['intake_answer', 'intake_follow_up'])
      await tx.sql.query(
        `UPDATE ${table} t SET text = $2 FROM intake_entry e WHERE e.id = t.entry_id AND e.person_id = $1`,
        [personId, sealed],
      );
  }

  /** Events with values of the person that the stream has had, and the outbox would keep for a month. */
  async deleteTold(tx: Transaction, personId: string): Promise<void> {
    await tx.sql.query(
      `DELETE FROM outbox WHERE subject = $1 AND published_at IS NOT NULL
         AND envelope->'data'->>'personId' = ANY(person_ids($2)::text[]) AND envelope->'data'->>'maskedName' <> $3`,
      [membershipEvents.memberChanged.subject, personId, erasedName],
    );
    await tx.sql.query(
      `UPDATE outbox SET envelope = ${withoutMembers('person_ids($2)::text[]')}
       WHERE subject = $1 AND published_at IS NOT NULL AND ${hasMembers('person_ids($2)::text[]')}`,
      [membershipEvents.membersChanged.subject, personId],
    );
  }

  async replaceMergeReasons(tx: Transaction, personId: string, sealed: string): Promise<void> {
    await tx.sql.query(
      `UPDATE member_merge SET sealed_reason = $2, sealed_answer = CASE WHEN sealed_answer IS NOT NULL THEN $2 END
       WHERE survivor_id = $1`,
      [personId, sealed],
    );
  }

  /** Proposals about the person that were refused with a reason, locked. */
  refusedChanges(tx: Transaction, personId: string): Promise<{ id: string; proposedBy: string }[]> {
    return tx.sql.query(
      `SELECT id, proposed_by AS "proposedBy" FROM pending_change
       WHERE person_id = $1 AND reason IS NOT NULL ORDER BY id FOR UPDATE`,
      [personId],
    );
  }

  async replaceRefusal(tx: Transaction, id: string, sealed: string): Promise<void> {
    await tx.sql.query('UPDATE pending_change SET reason = $2 WHERE id = $1', [id, sealed]);
  }

  /** Newest first. */
  async list(tx: Transaction, paths: readonly string[], asked: ListErasures): Promise<ErasureRecord[]> {
    const values: unknown[] = [];
    const at = placeholdersIn(values);
    const isWithin = await reachCondition(tx, subtreesOf(paths), at, 'labour_union');
    const conditions = [isWithin('e.union_id')];
    if (asked.state !== undefined) conditions.push(`e.state = ${at(asked.state)}`);
    const cursor = decodeCursor(asked.cursor, 1);
    if (cursor !== null) conditions.push(`e.id < ${at(cursor[0])}::uuid`);
    return tx.sql.query(
      `SELECT ${selectListOf(tx.sql, ErasureRow, 'e')}, u.name AS "unionName" FROM person_erasure e
       LEFT JOIN labour_union u ON u.id = e.union_id
       WHERE ${conditions.join(' AND ')} ORDER BY e.id DESC LIMIT ${at(rowsFor(asked.limit))}`,
      values,
    );
  }
}

/** All requests on paper. After a merge the memberships stand under the other record, so all ids of the person are looked under. */
function paperSql(tx: Transaction): string {
  return `SELECT ${selectListOf(tx.sql, ErasureRow, 'e')}, u.name AS "unionName", u.path AS "unionPath",
      p.masked_name AS "maskedName", f.masked_name AS "filerName", d.masked_name AS "deciderName",
      (SELECT m.id FROM union_membership m WHERE m.person_id = ANY(person_ids(e.person_id)) AND m.union_id = e.union_id
       ORDER BY m.id DESC LIMIT 1) AS "memberId"
    FROM person_erasure e JOIN labour_union u ON u.id = e.union_id
    JOIN person p ON p.id = e.person_id JOIN person f ON f.id = e.filed_by LEFT JOIN person d ON d.id = e.decided_by
    WHERE e.paper_kind IS NOT NULL`;
}
