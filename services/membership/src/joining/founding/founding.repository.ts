import { Injectable } from '@nestjs/common';
import type { FoundingState } from '@gongxiang/contracts/membership/joining/founding.contract';
import {
  decodeCursor,
  escapeLike,
  placeholdersIn,
  reachCondition,
  rowsFor,
  subtreesOf,
  type Transaction,
} from '@gongxiang/persistence';
import { In } from 'typeorm';
import { UnionRow } from '../../unions/union/union.entity.js';
import { FoundingRow, FoundingStepRow } from './founding.entity.js';
import { openStates } from './founding.model.js';

/** A filing with the unions that it names. */
export interface FoundingRecord extends FoundingRow {
  readonly union: UnionRow;
  readonly parent: UnionRow;
  readonly founded: UnionRow | null;
}

/** A step as it is stored, with the name of its union; the reason is sealed. */
export type StepRecord = FoundingStepRow & { readonly unionName: string };

interface Filter {
  /** The subtrees whose filings are listed. */
  readonly within: readonly string[];
  readonly state?: FoundingState;
  readonly overdue?: boolean;
  readonly sought: { readonly text: string; readonly phoneHash: string } | null;
  readonly cursor?: string;
  readonly limit?: number;
}

@Injectable()
export class FoundingRepository {
  async insert(tx: Transaction, row: FoundingRow): Promise<void> {
    await tx.sql.insert(FoundingRow, row);
  }

  async update(tx: Transaction, { id, ...row }: FoundingRow): Promise<void> {
    await tx.sql.update(FoundingRow, { id }, row);
  }

  lockById(tx: Transaction, id: string): Promise<FoundingRow | null> {
    return tx.sql.findOne(FoundingRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  lockByNumber(tx: Transaction, number: string): Promise<FoundingRow | null> {
    return tx.sql.findOne(FoundingRow, { where: { number }, lock: { mode: 'pessimistic_write' } });
  }

  /** The filing of an enterprise that has not ended. */
  async findOpen(tx: Transaction, uscc: string): Promise<FoundingRecord | null> {
    const row = await tx.sql.findOneBy(FoundingRow, { uscc, state: In([...openStates]) });
    return row === null ? null : this.findById(tx, row.id);
  }

  /** How many filings of a phone have not ended. */
  async countOpenOfPhone(tx: Transaction, phoneHash: string): Promise<number> {
    return tx.sql.countBy(FoundingRow, { phoneHash, state: In([...openStates]) });
  }

  /** An enterprise on record by its code, and the name of its union; also of one that was closed. */
  async findEnterprise(
    tx: Transaction,
    uscc: string,
  ): Promise<{ readonly id: string; readonly unionName: string | null } | null> {
    const rows: { id: string; unionName: string | null }[] = await tx.sql.query(
      `SELECT e.id, u.name AS "unionName" FROM enterprise e LEFT JOIN labour_union u ON u.enterprise_id = e.id AND u.active
       WHERE e.uscc = $1`,
      [uscc],
    );
    return rows[0] ?? null;
  }

  async findById(tx: Transaction, id: string): Promise<FoundingRecord | null> {
    return (await this.findByIds(tx, [id]))[0] ?? null;
  }

  /** In the order of the ids. */
  private async findByIds(tx: Transaction, ids: readonly string[]): Promise<FoundingRecord[]> {
    const rows = await tx.sql.findBy(FoundingRow, { id: In([...ids]) });
    const unionIds = rows.flatMap((row) => [row.unionId, row.parentId, row.foundedUnionId ?? []].flat());
    const unions = await tx.sql.findBy(UnionRow, { id: In(unionIds) });
    const unionOf = (id: string | null): UnionRow | undefined => unions.find((one) => one.id === id);
    return ids.flatMap((id) => {
      const row = rows.find((one) => one.id === id);
      const [union, parent] = [unionOf(row?.unionId ?? null), unionOf(row?.parentId ?? null)];
      if (row === undefined || union === undefined || parent === undefined) return [];
      return { ...row, union, parent, founded: unionOf(row.foundedUnionId) ?? null };
    });
  }

  /** Those that wait by their deadline, then all others, the newest first. */
  async list(tx: Transaction, filter: Filter): Promise<FoundingRecord[]> {
    const [dueAt, id] = decodeCursor(filter.cursor, 2) ?? [null, null];
    const sought = soughtBy(filter.sought);
    const values: unknown[] = [
      filter.state ?? null,
      filter.overdue ?? false,
      tx.now,
      sought.part,
      sought.whole,
      sought.phoneHash,
      dueAt,
      id,
      rowsFor(filter.limit),
    ];
    const isWithin = await reachCondition(
      tx,
      subtreesOf(filter.within),
      placeholdersIn(values),
      'labour_union',
    );
    const rows: { id: string }[] = await tx.sql.query(
      `SELECT f.id FROM union_founding f WHERE ${isWithin('f.union_id')}
         AND ($1::text IS NULL OR f.state = $1)
         AND (NOT $2::boolean OR f.due_at < $3::timestamptz)
         AND ($4::text IS NULL OR f.enterprise_name LIKE $4 OR f.uscc = $5 OR f.number = $5 OR f.phone_hash = $6)
         AND ($7::timestamptz IS NULL OR coalesce(f.due_at, 'infinity') > $7
           OR (coalesce(f.due_at, 'infinity') = $7 AND f.id < $8::uuid))
       ORDER BY coalesce(f.due_at, 'infinity'), f.id DESC LIMIT $9`,
      values,
    );
    return this.findByIds(
      tx,
      rows.map((row) => row.id),
    );
  }

  /** Under the lock of the filing, so that no two steps take the same number. */
  async addStep(tx: Transaction, step: Omit<FoundingStepRow, 'number'>): Promise<void> {
    const number = 1 + (await tx.sql.countBy(FoundingStepRow, { foundingId: step.foundingId }));
    await tx.sql.insert(FoundingStepRow, { ...step, number });
  }

  /** All steps of a filing, the first one first. */
  steps(tx: Transaction, foundingId: string): Promise<StepRecord[]> {
    return tx.sql.query(
      `SELECT s.founding_id AS "foundingId", s.number, s.kind, s.union_id AS "unionId", s.at, s.reason, u.name AS "unionName"
       FROM union_founding_step s JOIN labour_union u ON u.id = s.union_id WHERE s.founding_id = $1 ORDER BY s.number`,
      [foundingId],
    );
  }

  /** Deletes the personal values of a filing, also those in the reasons. */
  async erase(tx: Transaction, row: FoundingRow): Promise<FoundingRow> {
    const erased: FoundingRow = {
      ...row,
      version: row.version + 1,
      contactName: null,
      phone: null,
      phoneHash: null,
      candidates: null,
      elected: null,
    };
    await this.update(tx, erased);
    await tx.sql.update(FoundingStepRow, { foundingId: row.id }, { reason: null });
    return erased;
  }
}

/** The name is found by a part, code and number as a whole, the phone by its hash. */
function soughtBy(sought: Filter['sought']) {
  if (sought === null) return { part: null, whole: null, phoneHash: null };
  const { text, phoneHash } = sought;
  return { part: `%${escapeLike(text)}%`, whole: text.toUpperCase(), phoneHash };
}
