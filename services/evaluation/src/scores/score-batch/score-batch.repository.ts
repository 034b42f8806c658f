import { Injectable } from '@nestjs/common';
import type { ListScoreBatchesRequest } from '@gongxiang/contracts/evaluation/scores/score-batch.contract';
import { DomainError } from '@gongxiang/domain';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { SubjectList, type SubjectsBelow } from '../../reference/subject/subject-list.repository.js';
import { ScoreBatchRow } from './score-batch.entity.js';

@Injectable()
export class ScoreBatchRepository {
  constructor(private readonly subjects: SubjectList) {}

  /** How many there are to be scored. */
  countOf(tx: Transaction, below: SubjectsBelow): Promise<number> {
    return this.subjects.count(tx, below);
  }

  /** @throws DomainError `NOT_FOUND` */
  async find(tx: Transaction, id: string): Promise<ScoreBatchRow> {
    const row = await tx.sql.findOneBy(ScoreBatchRow, { id });
    if (row === null) throw new DomainError('NOT_FOUND');
    return row;
  }

  /** The same that is being computed now. */
  findRunning(tx: Transaction, row: ScoreBatchRow): Promise<ScoreBatchRow | null> {
    const { weightVersionId, subjectKind, periodFrom, periodTo } = row;
    return tx.sql.findOneBy(ScoreBatchRow, {
      weightVersionId,
      subjectKind,
      periodFrom,
      periodTo,
      state: 'running' as const,
    });
  }

  /** @returns false where the same is being computed already */
  async insert(tx: Transaction, row: ScoreBatchRow): Promise<boolean> {
    const { raw } = await tx.sql
      .createQueryBuilder()
      .insert()
      .into(ScoreBatchRow)
      .values(row)
      .orIgnore()
      .returning('id')
      .execute();
    return (raw as unknown[]).length > 0;
  }

  async update(tx: Transaction, row: ScoreBatchRow): Promise<void> {
    const { id, state, done, computed, unchanged, skipped, finishedAt } = row;
    await tx.sql.update(ScoreBatchRow, { id }, { state, done, computed, unchanged, skipped, finishedAt });
  }

  /** Newest first. */
  list(tx: Transaction, filter: ListScoreBatchesRequest): Promise<ScoreBatchRow[]> {
    const query = tx.sql.createQueryBuilder(ScoreBatchRow, 'b').orderBy('b.id', 'DESC');
    const { indicatorSystemId } = filter;
    if (indicatorSystemId !== undefined)
      query.andWhere('b.indicatorSystemId = :indicatorSystemId', { indicatorSystemId });
    const cursor = decodeCursor(filter.cursor, 1);
    if (cursor !== null) query.andWhere('b.id < :id', { id: cursor[0] });
    return query.limit(rowsFor(filter.limit)).getMany();
  }
}
