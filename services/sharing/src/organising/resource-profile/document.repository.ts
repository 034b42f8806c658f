import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { IsNull, Not } from 'typeorm';
import { DocumentRow } from './profile.entity.js';

/** The most that are offered for restoring. */
const removedMax = 100;
const usesMax = 20;

/** A document changes only under the lock of its resource, so it needs no lock of its own. */
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

  /** In order of creation. */
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

  /** Counts one download, concurrently with others. */
  async count(tx: Transaction, { resourceId, id }: DocumentRow): Promise<void> {
    await tx.sql.increment(DocumentRow, { resourceId, id }, 'downloads', 1);
  }

  /** The published activities the resource was borrowed for, latest loan first. */
  uses(tx: Transaction, resourceId: string): Promise<{ activityId: string; title: string }[]> {
    return tx.sql.query(
      `SELECT a.id AS "activityId", a.title FROM loan l JOIN activity a ON a.id = l.activity_id
       WHERE l.resource_id = $1 AND l.state IN ('approved', 'handedOver', 'returned') AND a.published_at IS NOT NULL
       GROUP BY a.id, a.title ORDER BY max(l.id::text) DESC LIMIT $2`,
      [resourceId, usesMax],
    );
  }
}
