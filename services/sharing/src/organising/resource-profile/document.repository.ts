import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { IsNull, Not } from 'typeorm';
import { DocumentRow } from './profile.entity.js';

/** As many as are offered to be brought back. */
const removedMax = 100;
const usesMax = 20;

/** A document changes only under the lock of its resource, so it needs none of its own. */
@Injectable()
export class DocumentRepository {
  async insert(tx: Transaction, row: DocumentRow): Promise<void> {
    await tx.sql.insert(DocumentRow, row);
  }

  async setRemoved(tx: Transaction, { resourceId, id }: DocumentRow, removedAt: Date | null): Promise<void> {
    await tx.sql.update(DocumentRow, { resourceId, id }, { removedAt });
  }

  async delete(tx: Transaction, { resourceId, id }: DocumentRow): Promise<void> {
    await tx.sql.delete(DocumentRow, { resourceId, id });
  }

  find(tx: Transaction, resourceId: string, id: string): Promise<DocumentRow | null> {
    return tx.sql.findOneBy(DocumentRow, { resourceId, id });
  }

  findBySource(tx: Transaction, resourceId: string, sourceKey: string): Promise<DocumentRow | null> {
    return tx.sql.findOneBy(DocumentRow, { resourceId, sourceKey });
  }

  /** In the order in which they came. */
  present(tx: Transaction, resourceId: string): Promise<DocumentRow[]> {
    return tx.sql.find(DocumentRow, { where: { resourceId, removedAt: IsNull() }, order: { id: 'ASC' } });
  }

  removed(tx: Transaction, resourceId: string): Promise<DocumentRow[]> {
    return tx.sql.find(DocumentRow, {
      where: { resourceId, removedAt: Not(IsNull()) },
      order: { removedAt: 'DESC', id: 'DESC' },
      take: removedMax,
    });
  }

  /** One more download, whoever else downloads it now. */
  async count(tx: Transaction, { resourceId, id }: DocumentRow): Promise<void> {
    await tx.sql.increment(DocumentRow, { resourceId, id }, 'downloads', 1);
  }

  /** The published activities for which the resource was borrowed, the latest loan first. */
  uses(tx: Transaction, resourceId: string): Promise<{ activityId: string; title: string }[]> {
    return tx.sql.query(
      `SELECT a.id AS "activityId", a.title FROM loan l JOIN activity a ON a.id = l.activity_id
       WHERE l.resource_id = $1 AND l.state IN ('approved', 'handedOver', 'returned') AND a.published_at IS NOT NULL
       GROUP BY a.id, a.title ORDER BY max(l.id::text) DESC LIMIT $2`,
      [resourceId, usesMax],
    );
  }
}
