import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { IsNull, Not } from 'typeorm';
import { AttachmentRow } from './attachment.entity.js';

/** The most that are offered for restoring. */
const removedMax = 100;

/** An attachment changes only under the lock of its activity, so it needs no lock of its own. */
@Injectable()
export class AttachmentRepository {
  async insert(tx: Transaction, rows: readonly AttachmentRow[]): Promise<void> {
    if (rows.length > 0) await tx.sql.insert(AttachmentRow, [...rows]);
  }

  async update(tx: Transaction, row: AttachmentRow): Promise<void> {
    await tx.sql.update(AttachmentRow, { activityId: row.activityId, id: row.id }, row);
  }

  async delete(tx: Transaction, activityId: string, id: string): Promise<void> {
    await tx.sql.delete(AttachmentRow, { activityId, id });
  }

  find(tx: Transaction, activityId: string, id: string): Promise<AttachmentRow | null> {
    return tx.sql.findOneBy(AttachmentRow, { activityId, id });
  }

  findBySource(tx: Transaction, activityId: string, sourceKey: string): Promise<AttachmentRow | null> {
    return tx.sql.findOneBy(AttachmentRow, { activityId, sourceKey });
  }

  /** Present attachments in order. */
  present(tx: Transaction, activityId: string): Promise<AttachmentRow[]> {
    return tx.sql.find(AttachmentRow, {
      where: { activityId, removedAt: IsNull() },
      order: { position: 'ASC', id: 'ASC' },
    });
  }

  /**
   * The same, locked against erasure until this transaction ends: for a caller about to reference their files, too. A
   * concurrent erasure checks afterwards whether anybody else references the file, and finds the caller.
   */
  async held(tx: Transaction, activityId: string): Promise<AttachmentRow[]> {
    await tx.sql.query(
      'SELECT 1 FROM activity_attachment WHERE activity_id = $1 AND removed_at IS NULL FOR KEY SHARE',
      [activityId],
    );
    return this.present(tx, activityId);
  }

  /** Attachments that can be restored, latest removed first. */
  removed(tx: Transaction, activityId: string): Promise<AttachmentRow[]> {
    return tx.sql.find(AttachmentRow, {
      where: { activityId, removedAt: Not(IsNull()) },
      order: { removedAt: 'DESC', id: 'DESC' },
      take: removedMax,
    });
  }

  async place(tx: Transaction, activityId: string, ids: readonly string[]): Promise<void> {
    await tx.sql.query(
      `UPDATE activity_attachment a SET position = o.position
       FROM unnest($2::uuid[]) WITH ORDINALITY AS o(id, position) WHERE a.activity_id = $1 AND a.id = o.id`,
      [activityId, ids],
    );
  }

  /** Whether any attachment references this file. */
  async isNamed(tx: Transaction, fileKey: string): Promise<boolean> {
    return (await tx.sql.countBy(AttachmentRow, { fileKey })) > 0;
  }

  /** Whether the person has a seat, or attended without one. */
  async isSeated(tx: Transaction, activityId: string, personId: string): Promise<boolean> {
    const rows: unknown[] = await tx.sql.query(
      `SELECT 1 FROM registration WHERE activity_id = $1 AND person_id = ANY(person_ids($2)) AND state = 'confirmed'
       UNION ALL SELECT 1 FROM attendance WHERE activity_id = $1 AND person_id = ANY(person_ids($2))`,
      [activityId, personId],
    );
    return rows.length > 0;
  }
}
