import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { In } from 'typeorm';
import { DrawRow } from './draw.entity.js';

/** A draw changes only under the lock of its activity, so it needs no lock of its own. */
@Injectable()
export class DrawRepository {
  findById(tx: Transaction, id: string): Promise<DrawRow | null> {
    return tx.sql.findOneBy(DrawRow, { id });
  }

  /** Latest first; an activity has at most 20. */
  ofActivity(tx: Transaction, activityId: string): Promise<DrawRow[]> {
    return tx.sql.find(DrawRow, { where: { activityId }, order: { createdAt: 'DESC' }, take: 20 });
  }

  isPending(tx: Transaction, activityId: string): Promise<boolean> {
    return tx.sql.existsBy(DrawRow, { activityId, state: In(['open', 'frozen']) });
  }

  count(tx: Transaction, activityId: string): Promise<number> {
    return tx.sql.countBy(DrawRow, { activityId });
  }

  /** The frozen list, which may be long; null before the freeze. */
  async listOf(tx: Transaction, id: string): Promise<string | null> {
    const rows: { list: string | null }[] = await tx.sql.query('SELECT list FROM draw WHERE id = $1', [id]);
    return rows[0]?.list ?? null;
  }

  async insert(tx: Transaction, row: DrawRow): Promise<void> {
    await tx.sql.insert(DrawRow, row);
  }

  async update(tx: Transaction, id: string, changes: Partial<DrawRow>): Promise<void> {
    await tx.sql.update(DrawRow, { id }, changes);
  }
}
