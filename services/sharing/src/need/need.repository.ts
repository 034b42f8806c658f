import { Injectable } from '@nestjs/common';
import type { NeedState, ResourceFunction } from '@gongxiang/contracts';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { In } from 'typeorm';
import { UnionRef } from '../reference/reference.entity.js';
import { NeedRow } from './need.entity.js';

@Injectable()
export class NeedRepository {
  findById(tx: Transaction, id: string): Promise<NeedRow | null> {
    return tx.sql.findOneBy(NeedRow, { id });
  }

  lockById(tx: Transaction, id: string): Promise<NeedRow | null> {
    return tx.sql.findOne(NeedRow, { where: { id }, lock: { mode: 'for_no_key_update' } });
  }

  async insert(tx: Transaction, row: NeedRow): Promise<void> {
    await tx.sql.insert(NeedRow, row);
  }

  async update(tx: Transaction, row: NeedRow): Promise<void> {
    await tx.sql.update(NeedRow, { id: row.id }, row);
  }

  /** Newest first. */
  list(
    tx: Transaction,
    filter: {
      readonly state?: NeedState;
      readonly function?: ResourceFunction;
      readonly cursor?: string;
      readonly limit?: number;
    },
  ): Promise<NeedRow[]> {
    const query = tx.sql
      .createQueryBuilder(NeedRow, 'n')
      .where('n.state = :state', { state: filter.state ?? 'open' })
      .orderBy('n.id', 'DESC');
    if (filter.function !== undefined)
      query.andWhere('n.functions @> :functions', { functions: [filter.function] });
    const cursor = decodeCursor(filter.cursor, 1);
    if (cursor !== null) query.andWhere('n.id < :before', { before: cursor[0] });
    return query.limit(rowsFor(filter.limit)).getMany();
  }

  /** The unions behind a page of needs, in one query. */
  async unionsOf(tx: Transaction, rows: readonly NeedRow[]): Promise<Map<string, UnionRef>> {
    const unions = await tx.sql.findBy(UnionRef, { id: In([...new Set(rows.map((row) => row.unionId))]) });
    return new Map(unions.map((union) => [union.id, union]));
  }

  /** The open needs that want a function, in the order of their ids, a page at a time. */
  async openIds(
    tx: Transaction,
    wanted: { readonly function: ResourceFunction; readonly afterId: string | null },
    max: number,
  ): Promise<string[]> {
    const rows: { id: string }[] = await tx.sql.query(
      `SELECT id FROM need WHERE state = 'open' AND functions @> ARRAY[$1] AND ($2::uuid IS NULL OR id > $2::uuid)
       ORDER BY id LIMIT $3`,
      [wanted.function, wanted.afterId, max],
    );
    return rows.map(({ id }) => id);
  }
}
