import { Injectable } from '@nestjs/common';
import type { DisclosureBoardFilter } from '@gongxiang/contracts/affairs/bulletins/disclosure-item.contract';
import { beyondSubtree } from '@gongxiang/domain';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { Between, In, LessThan } from 'typeorm';
import { DisclosureItemRow, DisclosureMetRow } from './disclosure.entity.js';

interface PageFilter {
  readonly cursor?: string;
  readonly limit?: number;
}

interface BoardFilter extends PageFilter {
  /** Of the union whose board it is. */
  readonly path: string;
  readonly year: number;
  readonly only?: DisclosureBoardFilter;
}

/** A union on a board. */
export interface BoardUnion {
  readonly id: string;
  readonly name: string;
  readonly path: string;
}

@Injectable()
export class DisclosureRepository {
  find(tx: Transaction, id: string): Promise<DisclosureItemRow | null> {
    return tx.sql.findOne(DisclosureItemRow, { where: { id } });
  }

  lock(tx: Transaction, id: string): Promise<DisclosureItemRow | null> {
    return tx.sql.findOne(DisclosureItemRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** How many of a union are to be disclosed still. */
  countActive(tx: Transaction, unionId: string): Promise<number> {
    return tx.sql.count(DisclosureItemRow, { where: { unionId, state: 'active' } });
  }

  async insert(tx: Transaction, row: DisclosureItemRow): Promise<void> {
    await tx.sql.insert(DisclosureItemRow, row);
  }

  async update(tx: Transaction, row: DisclosureItemRow): Promise<void> {
    await tx.sql.update(DisclosureItemRow, { id: row.id }, row);
  }

  /** The newest first. */
  ofUnion(tx: Transaction, unionId: string, { cursor, limit }: PageFilter): Promise<DisclosureItemRow[]> {
    const [before] = decodeCursor(cursor, 1) ?? [];
    return tx.sql.find(DisclosureItemRow, {
      where: { unionId, ...(before == null ? {} : { id: LessThan(String(before)) }) },
      order: { id: 'DESC' },
      take: rowsFor(limit),
    });
  }

  ofUnions(tx: Transaction, unionIds: readonly string[]): Promise<DisclosureItemRow[]> {
    return tx.sql.find(DisclosureItemRow, { where: { unionId: In([...unionIds]) } });
  }

  /** @param year of the days; all of them where absent */
  metOf(tx: Transaction, itemIds: readonly string[], year?: number): Promise<DisclosureMetRow[]> {
    if (itemIds.length === 0) return Promise.resolve([]);
    const days = year === undefined ? {} : { dueOn: Between(`${year}-01-01`, `${year}-12-31`) };
    return tx.sql.find(DisclosureMetRow, { where: { itemId: In([...itemIds]), ...days } });
  }

  /** The items that a bulletin discloses, in the order of their ids. */
  async itemsBy(tx: Transaction, bulletinId: string): Promise<string[]> {
    const rows = await tx.sql.find(DisclosureMetRow, { where: { bulletinId }, order: { itemId: 'ASC' } });
    return [...new Set(rows.map(({ itemId }) => itemId))];
  }

  async putMet(tx: Transaction, row: DisclosureMetRow): Promise<void> {
    await tx.sql.upsert(DisclosureMetRow, row, ['itemId', 'dueOn']);
  }

  async removeMet(tx: Transaction, { itemId, dueOn }: DisclosureMetRow): Promise<void> {
    await tx.sql.delete(DisclosureMetRow, { itemId, dueOn });
  }

  /** The open unions of a subtree, in the order of the tree. */
  boardUnions(tx: Transaction, { path, year, only, cursor, limit }: BoardFilter): Promise<BoardUnion[]> {
    const [after = null, afterId = null] = decodeCursor(cursor, 2) ?? [];
    return tx.sql.query(
      `SELECT u.id, u.name, u.path FROM union_ref u
       WHERE u.path >= $1 AND u.path < $2 AND u.active
         AND ($3::text IS NULL OR (u.path, u.id) > ($3, $4::uuid))
         AND ($5::text IS DISTINCT FROM 'missing' OR EXISTS (
           SELECT FROM disclosure_item i WHERE i.union_id = u.id AND $6 = ANY(i.missing_years)))
         AND ($5::text IS DISTINCT FROM 'unplanned' OR NOT EXISTS (
           SELECT FROM disclosure_item i WHERE i.union_id = u.id AND i.state = 'active'))
       ORDER BY u.path, u.id LIMIT $7`,
      [path, beyondSubtree(path), after, afterId, only ?? null, year, rowsFor(limit)],
    );
  }
}
