import { Injectable } from '@nestjs/common';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { In } from 'typeorm';
import { AgreementRow, AgreementSignatureRow } from './agreement.entity.js';

@Injectable()
export class AgreementRepository {
  findById(tx: Transaction, id: string): Promise<AgreementRow | null> {
    return tx.sql.findOneBy(AgreementRow, { id });
  }

  /** After the activity's lock where both are needed. */
  lockById(tx: Transaction, id: string): Promise<AgreementRow | null> {
    return tx.sql.findOne(AgreementRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** The version that waits, for the verdict or for signatures; one at most. */
  lockPending(tx: Transaction, activityId: string): Promise<AgreementRow | null> {
    const where = { activityId, state: In(['checking', 'open']) };
    return tx.sql.findOne(AgreementRow, { where, lock: { mode: 'pessimistic_write' } });
  }

  lockInForce(tx: Transaction, activityId: string): Promise<AgreementRow | null> {
    const where = { activityId, state: 'inForce' } as const;
    return tx.sql.findOne(AgreementRow, { where, lock: { mode: 'pessimistic_write' } });
  }

  latest(tx: Transaction, activityId: string): Promise<AgreementRow | null> {
    return tx.sql.findOne(AgreementRow, { where: { activityId }, order: { versionNumber: 'DESC' } });
  }

  async insert(tx: Transaction, row: AgreementRow): Promise<void> {
    await tx.sql.insert(AgreementRow, row);
  }

  async update(tx: Transaction, row: AgreementRow): Promise<void> {
    await tx.sql.update(AgreementRow, { activityId: row.activityId, id: row.id }, row);
  }

  signatures(tx: Transaction, agreementIds: readonly string[]): Promise<AgreementSignatureRow[]> {
    return tx.sql.findBy(AgreementSignatureRow, { agreementId: In([...agreementIds]) });
  }

  async addSignature(tx: Transaction, row: AgreementSignatureRow): Promise<void> {
    await tx.sql.insert(AgreementSignatureRow, row);
  }

  /** An activity's versions, newest first. */
  list(
    tx: Transaction,
    filter: { readonly activityId: string; readonly cursor?: string; readonly limit?: number },
  ): Promise<AgreementRow[]> {
    const query = tx.sql.createQueryBuilder(AgreementRow, 'g').orderBy('g.versionNumber', 'DESC');
    query.where('g.activityId = :activityId', { activityId: filter.activityId });
    const cursor = decodeCursor(filter.cursor, 1);
    if (cursor !== null) query.andWhere('g.versionNumber < :number', { number: cursor[0] });
    return query.limit(rowsFor(filter.limit)).getMany();
  }

  /** All versions in the order of their ids, for telling their states anew. */
  after(tx: Transaction, afterId: string | null, limit: number): Promise<AgreementRow[]> {
    const query = tx.sql.createQueryBuilder(AgreementRow, 'g').orderBy('g.id').limit(limit);
    return (afterId === null ? query : query.where('g.id > :afterId', { afterId })).getMany();
  }
}
