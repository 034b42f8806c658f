import { Injectable } from '@nestjs/common';
import type { MemberImportRowState } from '@gongxiang/contracts/membership/members/member-import.contract';
import { decodeCursor, insertAll, rowsFor, type Transaction } from '@gongxiang/persistence';
import { Any, IsNull } from 'typeorm';
import { MemberImportReportRow, MemberImportRow, RowChoiceRow } from './member-import.entity.js';
import type { RowReport } from './member-import.model.js';

type EarlierRow = Pick<MemberImportReportRow, 'rowNumber' | 'identityHash' | 'phoneHash'>;

interface PageFilter {
  readonly cursor?: string;
  readonly limit?: number;
}

@Injectable()
export class MemberImportRepository {
  findById(tx: Transaction, id: string): Promise<MemberImportRow | null> {
    return tx.sql.findOneBy(MemberImportRow, { id });
  }

  lockById(tx: Transaction, id: string): Promise<MemberImportRow | null> {
    return tx.sql.findOne(MemberImportRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async insert(tx: Transaction, row: MemberImportRow): Promise<void> {
    await tx.sql.insert(MemberImportRow, row);
  }

  async update(tx: Transaction, row: MemberImportRow): Promise<void> {
    await tx.sql.update(MemberImportRow, { id: row.id }, row);
  }

  isUnderWay(tx: Transaction, unionId: string): Promise<boolean> {
    return tx.sql.existsBy(MemberImportRow, { unionId, finishedAt: IsNull() });
  }

  list(tx: Transaction, unionId: string, page: PageFilter): Promise<MemberImportRow[]> {
    const query = tx.sql.createQueryBuilder(MemberImportRow, 'i').where('i.unionId = :unionId', { unionId });
    const cursor = decodeCursor(page.cursor, 1);
    if (cursor !== null) query.andWhere('i.id < :id', { id: cursor[0] });
    return query.orderBy('i.id', 'DESC').limit(rowsFor(page.limit)).getMany();
  }

  insertReport(tx: Transaction, importId: string, rows: readonly RowReport[]): Promise<void> {
    return insertAll(
      tx,
      MemberImportReportRow,
      rows.map((row) => ({ ...row, importId })),
    );
  }

  /** The rows of a report in order, some thousands at a time. */
  reportAfter(
    tx: Transaction,
    importId: string,
    afterRow: number,
    limit: number,
  ): Promise<MemberImportReportRow[]> {
    return tx.sql
      .createQueryBuilder(MemberImportReportRow, 'r')
      .where('r.importId = :importId AND r.rowNumber > :afterRow', { importId, afterRow })
      .orderBy('r.rowNumber')
      .limit(limit)
      .getMany();
  }

  findReportRows(
    tx: Transaction,
    importId: string,
    rowNumbers: readonly number[],
  ): Promise<MemberImportReportRow[]> {
    return tx.sql.findBy(MemberImportReportRow, { importId, rowNumber: Any([...rowNumbers]) });
  }

  choices(tx: Transaction, importId: string, rowNumbers: readonly number[]): Promise<RowChoiceRow[]> {
    return tx.sql.findBy(RowChoiceRow, { importId, rowNumber: Any([...rowNumbers]) });
  }

  async saveChoices(tx: Transaction, rows: RowChoiceRow[]): Promise<void> {
    await tx.sql.upsert(RowChoiceRow, rows, ['importId', 'rowNumber']);
  }

  /** Whether an import refers to the file. */
  hasFile(tx: Transaction, fileKey: string): Promise<boolean> {
    return tx.sql.existsBy(MemberImportRow, { fileKey });
  }

  async deleteReport(tx: Transaction, importId: string): Promise<void> {
    await tx.sql.delete(MemberImportReportRow, { importId });
  }

  report(
    tx: Transaction,
    importId: string,
    filter: PageFilter & {
      readonly state?: MemberImportRowState;
      readonly warned?: boolean;
      readonly kept?: boolean;
    },
  ): Promise<MemberImportReportRow[]> {
    const query = tx.sql
      .createQueryBuilder(MemberImportReportRow, 'r')
      .where('r.importId = :importId', { importId });
    if (filter.state !== undefined) query.andWhere('r.state = :state', { state: filter.state });
    if (filter.warned) query.andWhere(`r.warnings <> '[]'`);
    if (filter.kept) query.andWhere('r.keptBecause IS NOT NULL');
    const cursor = decodeCursor(filter.cursor, 1);
    if (cursor !== null) query.andWhere('r.rowNumber > :row', { row: cursor[0] });
    return query.orderBy('r.rowNumber').limit(rowsFor(filter.limit)).getMany();
  }

  /** What the rows of an import that are recorded already had, in their order. */
  async earlierRows(tx: Transaction, importId: string): Promise<EarlierRow[]> {
    return tx.sql.query(
      `SELECT row_number AS "rowNumber", identity_hash AS "identityHash", phone_hash AS "phoneHash" FROM member_import_row
       WHERE import_id = $1 AND identity_hash IS NOT NULL ORDER BY row_number`,
      [importId],
    );
  }

  /**
   * Which of these phones another person has, as a member of the union or below it. Others are not reported, as one could
   * otherwise find out whose numbers they are.
   * @param phones each with the person who gave it
   */
  async sharedPhones(
    tx: Transaction,
    unionPath: string,
    phones: readonly { readonly phoneHash: string; readonly residentNumberHash: string }[],
  ): Promise<ReadonlySet<string>> {
    const rows: { hash: string }[] = await tx.sql.query(
      // OFFSET 0 keeps PostgreSQL to the indexes: while a large roster grows, its statistics still speak of few rows.
      `SELECT g.phone_hash AS hash FROM unnest($1::text[], $2::text[]) AS g(phone_hash, identity_hash)
       WHERE EXISTS (SELECT 1 FROM (SELECT p.id FROM person p WHERE p.phone_hash = g.phone_hash
             AND p.resident_number_hash IS DISTINCT FROM g.identity_hash OFFSET 0) p
           CROSS JOIN LATERAL (SELECT m.union_id FROM union_membership m
             WHERE m.person_id = p.id AND m.state <> 'ended' OFFSET 0) m
           JOIN labour_union u ON u.id = m.union_id AND starts_with(u.path, $3) OFFSET 0)`,
      [
        phones.map(({ phoneHash }) => phoneHash),
        phones.map(({ residentNumberHash }) => residentNumberHash),
        unionPath,
      ],
    );
    return new Set(rows.map(({ hash }) => hash));
  }
}
