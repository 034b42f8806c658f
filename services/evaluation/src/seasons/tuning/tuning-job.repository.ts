import { Injectable } from '@nestjs/common';
import type { ListTuningJobsRequest } from '@gongxiang/contracts/evaluation/seasons/tuning-job.contract';
import { DomainError } from '@gongxiang/domain';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { TuningJobRow } from './tuning.entity.js';

@Injectable()
export class TuningJobRepository {
  /** @throws DomainError `NOT_FOUND` */
  async find(tx: Transaction, id: string): Promise<TuningJobRow> {
    const row = await tx.sql.findOneBy(TuningJobRow, { id });
    if (row === null) throw new DomainError('NOT_FOUND');
    return row;
  }

  /** The same that is being computed now. */
  findRunning(tx: Transaction, { indicatorSystemId, from, to }: TuningJobRow): Promise<TuningJobRow | null> {
    return tx.sql.findOneBy(TuningJobRow, { indicatorSystemId, from, to, state: 'running' });
  }

  /** @returns false where the same is being computed already */
  async insert(tx: Transaction, row: TuningJobRow): Promise<boolean> {
    const { raw } = await tx.sql
      .createQueryBuilder()
      .insert()
      .into(TuningJobRow)
      .values(row)
      .orIgnore()
      .returning('id')
      .execute();
    return (raw as unknown[]).length > 0;
  }

  async update(tx: Transaction, row: TuningJobRow): Promise<void> {
    const { id, state, done, gathered, tuningReportId, finishedAt } = row;
    await tx.sql.update(TuningJobRow, { id }, { state, done, gathered, tuningReportId, finishedAt });
  }

  /** Newest first. */
  list(tx: Transaction, filter: ListTuningJobsRequest): Promise<TuningJobRow[]> {
    const query = tx.sql.createQueryBuilder(TuningJobRow, 'j').orderBy('j.id', 'DESC');
    const { indicatorSystemId, state } = filter;
    if (indicatorSystemId !== undefined)
      query.andWhere('j.indicatorSystemId = :indicatorSystemId', { indicatorSystemId });
    if (state !== undefined) query.andWhere('j.state = :state', { state });
    const cursor = decodeCursor(filter.cursor, 1);
    if (cursor !== null) query.andWhere('j.id < :id', { id: cursor[0] });
    return query.limit(rowsFor(filter.limit)).getMany();
  }
}
