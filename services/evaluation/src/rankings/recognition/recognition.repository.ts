import { Injectable } from '@nestjs/common';
import type { ListRecognitionsRequest } from '@gongxiang/contracts/evaluation/rankings/recognition.contract';
import { DomainError } from '@gongxiang/domain';
import { decodeCursor, escapeLike, rowsFor, type Transaction } from '@gongxiang/persistence';
import { RecognitionRow } from './recognition.entity.js';

@Injectable()
export class RecognitionRepository {
  /** @throws DomainError `NOT_FOUND` */
  async find(tx: Transaction, id: string): Promise<RecognitionRow> {
    const row = await tx.sql.findOneBy(RecognitionRow, { id });
    if (row === null) throw new DomainError('NOT_FOUND');
    return row;
  }

  lock(tx: Transaction, id: string): Promise<RecognitionRow | null> {
    return tx.sql.findOne(RecognitionRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  findByCode(tx: Transaction, code: string): Promise<RecognitionRow | null> {
    return tx.sql.findOneBy(RecognitionRow, { code });
  }

  /** Whether a ranking has given recognitions of a title already. */
  existsOf(tx: Transaction, rankingId: string, title: string): Promise<boolean> {
    return tx.sql.existsBy(RecognitionRow, { rankingId, title });
  }

  async insert(tx: Transaction, rows: readonly RecognitionRow[]): Promise<void> {
    await tx.sql.insert(RecognitionRow, [...rows]);
  }

  async revoke(tx: Transaction, row: RecognitionRow): Promise<void> {
    const { id, version, revokedBy, revokedAt, revokeReason } = row;
    await tx.sql.update(RecognitionRow, { id }, { version, revokedBy, revokedAt, revokeReason });
  }

  /** Newest first. */
  list(tx: Transaction, filter: ListRecognitionsRequest): Promise<RecognitionRow[]> {
    const query = tx.sql.createQueryBuilder(RecognitionRow, 'r').orderBy('r.id', 'DESC');
    for (const name of ['rankingId', 'subjectKind', 'subjectId', 'year'] as const)
      if (filter[name] !== undefined) query.andWhere(`r.${name} = :${name}`, { [name]: filter[name] });
    if (filter.state !== undefined)
      query.andWhere(filter.state === 'granted' ? 'r.revokedAt IS NULL' : 'r.revokedAt IS NOT NULL');
    if (filter.q !== undefined)
      query.andWhere('(r.title ILIKE :like OR r.subjectName ILIKE :like)', {
        like: `%${escapeLike(filter.q)}%`,
      });
    const cursor = decodeCursor(filter.cursor, 1);
    if (cursor !== null) query.andWhere('r.id < :id', { id: cursor[0] });
    return query.limit(rowsFor(filter.limit)).getMany();
  }

  /** A page of all of them, the earliest first. */
  after(tx: Transaction, afterId: string | null, limit: number): Promise<RecognitionRow[]> {
    const query = tx.sql.createQueryBuilder(RecognitionRow, 'r').orderBy('r.id').limit(limit);
    return (afterId === null ? query : query.where('r.id > :afterId', { afterId })).getMany();
  }
}
