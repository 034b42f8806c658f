import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { IsNull, Not } from 'typeorm';
import { PictureRow } from './picture.entity.js';

/** As many as are offered to be brought back. */
const removedMax = 100;

/** A picture changes only under the lock of its activity, so it needs none of its own. */
@Injectable()
export class PictureRepository {
  async insert(tx: Transaction, row: PictureRow): Promise<void> {
    await tx.sql.insert(PictureRow, row);
  }

  async update(tx: Transaction, row: PictureRow): Promise<void> {
    await tx.sql.update(PictureRow, { activityId: row.activityId, id: row.id }, row);
  }

  async delete(tx: Transaction, activityId: string, id: string): Promise<void> {
    await tx.sql.delete(PictureRow, { activityId, id });
  }

  find(tx: Transaction, activityId: string, id: string): Promise<PictureRow | null> {
    return tx.sql.findOneBy(PictureRow, { activityId, id });
  }

  findBySource(tx: Transaction, activityId: string, sourceKey: string): Promise<PictureRow | null> {
    return tx.sql.findOneBy(PictureRow, { activityId, sourceKey });
  }

  /** Those that are shown, in their order. */
  shown(tx: Transaction, activityId: string): Promise<PictureRow[]> {
    return tx.sql.find(PictureRow, {
      where: { activityId, removedAt: IsNull() },
      order: { position: 'ASC', id: 'ASC' },
    });
  }

  /** Those that can be brought back, the latest removed first. */
  removed(tx: Transaction, activityId: string): Promise<PictureRow[]> {
    return tx.sql.find(PictureRow, {
      where: { activityId, removedAt: Not(IsNull()) },
      order: { removedAt: 'DESC', id: 'DESC' },
      take: removedMax,
    });
  }

  async place(tx: Transaction, activityId: string, ids: readonly string[]): Promise<void> {
    await tx.sql.query(
      `UPDATE activity_picture p SET position = o.position
       FROM unnest($2::uuid[]) WITH ORDINALITY AS o(id, position) WHERE p.activity_id = $1 AND p.id = o.id`,
      [activityId, ids],
    );
  }
}
