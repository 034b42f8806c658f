import { Injectable } from '@nestjs/common';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { IsNull } from 'typeorm';
import { LetterTemplateRow } from './letter-template.entity.js';

@Injectable()
export class LetterTemplateRepository {
  async insert(tx: Transaction, row: LetterTemplateRow): Promise<void> {
    await tx.sql.insert(LetterTemplateRow, row);
  }

  async update(tx: Transaction, row: LetterTemplateRow): Promise<void> {
    await tx.sql.update(LetterTemplateRow, { id: row.id }, row);
  }

  findById(tx: Transaction, id: string): Promise<LetterTemplateRow | null> {
    return tx.sql.findOneBy(LetterTemplateRow, { id });
  }

  lockById(tx: Transaction, id: string): Promise<LetterTemplateRow | null> {
    return tx.sql.findOne(LetterTemplateRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  countInUse(tx: Transaction, unionId: string): Promise<number> {
    return tx.sql.countBy(LetterTemplateRow, { unionId, retiredAt: IsNull() });
  }

  /** Of a union, newest first. */
  list(
    tx: Transaction,
    filter: { unionId: string; retired?: boolean; cursor?: string; limit?: number },
  ): Promise<LetterTemplateRow[]> {
    const [before] = decodeCursor(filter.cursor, 1) ?? [null];
    const query = tx.sql
      .createQueryBuilder(LetterTemplateRow, 't')
      .where('t.unionId = :unionId', { unionId: filter.unionId })
      .andWhere(filter.retired === true ? 't.retiredAt IS NOT NULL' : 't.retiredAt IS NULL')
      .orderBy('t.id', 'DESC')
      .take(rowsFor(filter.limit));
    if (before !== null) query.andWhere('t.id < :before', { before });
    return query.getMany();
  }
}
