import type { Transaction } from '@gongxiang/persistence';
import { In } from 'typeorm';
import { UnionRef } from './reference.entity.js';

/** What belongs to a union, with its name and its place in the tree. */
export type WithUnion<Row> = Row & { readonly unionName: string; readonly unionPath: string };

/** Rows with their unions, in the same order; without those whose union has not been heard of. */
export async function withUnions<Row extends { readonly unionId: string }>(
  tx: Transaction,
  rows: readonly Row[],
): Promise<WithUnion<Row>[]> {
  if (rows.length === 0) return [];
  const ids = [...new Set(rows.map(({ unionId }) => unionId))];
  const unions = await tx.sql.find(UnionRef, { where: { id: In(ids) } });
  const byId = new Map(unions.map((union) => [union.id, union]));
  return rows.flatMap((row) => {
    const union = byId.get(row.unionId);
    return union === undefined ? [] : [{ ...row, unionName: union.name, unionPath: union.path }];
  });
}
