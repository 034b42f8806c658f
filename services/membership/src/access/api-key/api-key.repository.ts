import { Injectable } from '@nestjs/common';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { IsNull, MoreThan } from 'typeorm';
import { ApiKeyRow } from './api-key.entity.js';
import { useNotedEveryMs } from './api-key.model.js';

@Injectable()
export class ApiKeyRepository {
  async insert(tx: Transaction, row: ApiKeyRow): Promise<void> {
    await tx.sql.insert(ApiKeyRow, row);
  }

  async update(tx: Transaction, row: ApiKeyRow): Promise<void> {
    await tx.sql.update(ApiKeyRow, { id: row.id }, row);
  }

  lockById(tx: Transaction, id: string): Promise<ApiKeyRow | null> {
    return tx.sql.findOne(ApiKeyRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** The key with this hash, if it is neither revoked nor expired. */
  findActive(tx: Transaction, keyHash: string): Promise<ApiKeyRow | null> {
    return tx.sql
      .createQueryBuilder(ApiKeyRow, 'k')
      .where('k.keyHash = :keyHash AND k.revokedAt IS NULL AND k.expiresAt > :now', { keyHash, now: tx.now })
      .getOne();
  }

  /** Notes a use, unless another process has just done so. */
  async noteUse(tx: Transaction, id: string): Promise<void> {
    await tx.sql.query(
      'UPDATE api_key SET last_used_at = $2 WHERE id = $1 AND (last_used_at IS NULL OR last_used_at <= $3)',
      [id, tx.now, new Date(tx.now.getTime() - useNotedEveryMs)],
    );
  }

  countActive(tx: Transaction, personId: string): Promise<number> {
    const { now } = tx;
    return tx.sql.countBy(ApiKeyRow, { personId, revokedAt: IsNull(), expiresAt: MoreThan(now) });
  }

  /** @returns the ids of the keys that were revoked now */
  async revokeAll(tx: Transaction, personId: string): Promise<string[]> {
    const [revoked] = (await tx.sql.query(
      'UPDATE api_key SET revoked_at = $2 WHERE person_id = $1 AND revoked_at IS NULL RETURNING id',
      [personId, tx.now],
    )) as [{ id: string }[], number];
    return revoked.map(({ id }) => id);
  }

  /** The keys of a person that are not revoked, newest first. */
  list(
    tx: Transaction,
    personId: string,
    page: { readonly cursor?: string; readonly limit?: number },
  ): Promise<ApiKeyRow[]> {
    const query = tx.sql
      .createQueryBuilder(ApiKeyRow, 'k')
      .where('k.personId = :personId AND k.revokedAt IS NULL', { personId })
      .orderBy('k.id', 'DESC');
    const cursor = decodeCursor(page.cursor, 1);
    if (cursor !== null) query.andWhere('k.id < :id', { id: cursor[0] });
    return query.limit(rowsFor(page.limit)).getMany();
  }
}
