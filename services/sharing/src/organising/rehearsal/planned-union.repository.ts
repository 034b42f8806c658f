import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { In } from 'typeorm';
import { UnionRef } from '../../reference/reference.entity.js';
import type { PlannedUnion } from './plan.model.js';

@Injectable()
export class PlannedUnionRepository {
  /** Without duplicates, in the order given; unknown ones are left out. */
  async of(tx: Transaction, unionIds: readonly string[]): Promise<PlannedUnion[]> {
    const ids = [...new Set(unionIds)];
    if (ids.length === 0) return [];
    const rows = await tx.sql.find(UnionRef, { where: { id: In(ids) } });
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }
}
