import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { In } from 'typeorm';
import { BulletinFileRow, BulletinFileUseRow, BulletinRevisionFileRow } from './bulletin-file.entity.js';

@Injectable()
export class BulletinFileRepository {
  /** @returns the file of that upload, which may have been added before */
  async add(tx: Transaction, row: BulletinFileRow): Promise<BulletinFileRow> {
    await tx.sql.createQueryBuilder().insert().into(BulletinFileRow).values(row).orIgnore().execute();
    const { unionId, sourceKey } = row;
    return tx.sql.findOneOrFail(BulletinFileRow, { where: { unionId, sourceKey } });
  }

  findBySource(tx: Transaction, unionId: string, sourceKey: string): Promise<BulletinFileRow | null> {
    return tx.sql.findOne(BulletinFileRow, { where: { unionId, sourceKey } });
  }

  lock(tx: Transaction, id: string): Promise<BulletinFileRow | null> {
    return tx.sql.findOne(BulletinFileRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async byIds(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, BulletinFileRow>> {
    if (ids.length === 0) return new Map();
    const rows = await tx.sql.find(BulletinFileRow, { where: { id: In([...ids]) } });
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Those of a union among some. They stay until the transaction ends: nothing else deletes them meanwhile. */
  async hold(
    tx: Transaction,
    unionId: string,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, BulletinFileRow>> {
    if (ids.length === 0) return new Map();
    const rows = await tx.sql.find(BulletinFileRow, {
      where: { unionId, id: In([...ids]) },
      order: { id: 'ASC' },
      lock: { mode: 'for_key_share' },
    });
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** One that some revision of a bulletin shows. */
  async ofBulletin(tx: Transaction, bulletinId: string, fileId: string): Promise<BulletinFileRow | null> {
    const isShown = await tx.sql.exists(BulletinRevisionFileRow, { where: { bulletinId, fileId } });
    return isShown ? tx.sql.findOne(BulletinFileRow, { where: { id: fileId } }) : null;
  }

  /** Says anew which files a revision shows. @returns those that it showed before and does not any more */
  async putShown(
    tx: Transaction,
    { bulletinId, number }: Pick<BulletinRevisionFileRow, 'bulletinId' | 'number'>,
    fileIds: readonly string[],
  ): Promise<string[]> {
    const before = await tx.sql.find(BulletinRevisionFileRow, { where: { bulletinId, number } });
    const wanted = new Set(fileIds);
    const dropped = before.map(({ fileId }) => fileId).filter((id) => !wanted.has(id));
    if (dropped.length > 0)
      await tx.sql.delete(BulletinRevisionFileRow, { bulletinId, number, fileId: In(dropped) });
    const rows = [...wanted].map((fileId) => ({ bulletinId, number, fileId }));
    if (rows.length > 0)
      await tx.sql
        .createQueryBuilder()
        .insert()
        .into(BulletinRevisionFileRow)
        .values(rows)
        .orIgnore()
        .execute();
    return dropped;
  }

  /** Whether a revision shows it, or something else does. */
  async isShown(tx: Transaction, fileId: string): Promise<boolean> {
    const where = { fileId };
    return (
      (await tx.sql.exists(BulletinRevisionFileRow, { where })) ||
      (await tx.sql.exists(BulletinFileUseRow, { where }))
    );
  }

  /** What something else than a bulletin shows. */
  async usedBy(tx: Transaction, userId: string): Promise<string[]> {
    return (await tx.sql.find(BulletinFileUseRow, { where: { userId } })).map(({ fileId }) => fileId);
  }

  /** Says anew what something else than a bulletin shows. @returns what it showed before and does not any more */
  async putUsed(tx: Transaction, userId: string, fileIds: readonly string[]): Promise<string[]> {
    const wanted = new Set(fileIds);
    const dropped = (await this.usedBy(tx, userId)).filter((id) => !wanted.has(id));
    if (dropped.length > 0) await tx.sql.delete(BulletinFileUseRow, { userId, fileId: In(dropped) });
    const rows = [...wanted].map((fileId) => ({ userId, fileId }));
    if (rows.length > 0)
      await tx.sql.createQueryBuilder().insert().into(BulletinFileUseRow).values(rows).orIgnore().execute();
    return dropped;
  }

  async delete(tx: Transaction, id: string): Promise<void> {
    await tx.sql.delete(BulletinFileRow, { id });
  }
}
