import { Injectable } from '@nestjs/common';
import type {
  ListEfficacyAnswersRequest,
  ListEfficacySurveysRequest,
} from '@gongxiang/contracts/evaluation/seasons/efficacy-survey.contract';
import { DomainError } from '@gongxiang/domain';
import { decodeCursor, escapeLike, rowsFor, type Transaction } from '@gongxiang/persistence';
import { EfficacyFactRow, EfficacyResultRow, EfficacySurveyRow } from './efficacy-survey.entity.js';

/** A statement of so many rows stays below the 65,535 parameters that PostgreSQL takes. */
const rowsAtOnce = 1_000;

@Injectable()
export class EfficacySurveyRepository {
  /** @throws DomainError `NOT_FOUND` */
  async find(tx: Transaction, id: string): Promise<EfficacySurveyRow> {
    return (await tx.sql.findOneBy(EfficacySurveyRow, { id })) ?? missing();
  }

  /**
   * @param mode `pessimistic_read` for an answer and for keys, which any number may hold; `pessimistic_write` for opening and closing,
   * which wait for the answers that are being given and keep further ones out
   * @throws DomainError `NOT_FOUND`
   */
  async lock(
    tx: Transaction,
    id: string,
    mode: 'pessimistic_read' | 'pessimistic_write' = 'pessimistic_write',
  ): Promise<EfficacySurveyRow> {
    return (await tx.sql.findOne(EfficacySurveyRow, { where: { id }, lock: { mode } })) ?? missing();
  }

  /** @throws DomainError `ALREADY_EXISTS` where the union has asked about a day of the season already */
  async insert(tx: Transaction, row: EfficacySurveyRow): Promise<void> {
    const { raw } = await tx.sql
      .createQueryBuilder()
      .insert()
      .into(EfficacySurveyRow)
      .values(row)
      .orIgnore()
      .returning('id')
      .execute();
    if ((raw as unknown[]).length === 0) throw new DomainError('ALREADY_EXISTS', { pointer: '/from' });
  }

  async update(tx: Transaction, row: EfficacySurveyRow): Promise<void> {
    const { id, version, state, rootPath, name, sealingKey, opensAt, closesAt, closedAt } = row;
    const change = { version, state, rootPath, name, sealingKey, opensAt, closesAt, closedAt };
    await tx.sql.update(EfficacySurveyRow, { id }, change);
  }

  /** Newest first. */
  list(tx: Transaction, filter: ListEfficacySurveysRequest): Promise<EfficacySurveyRow[]> {
    const query = tx.sql.createQueryBuilder(EfficacySurveyRow, 's').orderBy('s.id', 'DESC');
    if (filter.state !== undefined) query.andWhere('s.state = :state', { state: filter.state });
    const cursor = decodeCursor(filter.cursor, 1);
    if (cursor !== null) query.andWhere('s.id < :id', { id: cursor[0] });
    return query.limit(rowsFor(filter.limit)).getMany();
  }

  /** The newest closed survey of the same union about a season that was over when this one's began. */
  previousOf(tx: Transaction, survey: EfficacySurveyRow): Promise<EfficacySurveyRow | null> {
    return tx.sql
      .createQueryBuilder(EfficacySurveyRow, 's')
      .where('s.unionId = :unionId', survey)
      .andWhere(`s.state = 'closed' AND s.periodTo < :periodFrom`, survey)
      .orderBy('s.periodTo', 'DESC')
      .limit(1)
      .getOne();
  }

  async insertResults(
    tx: Transaction,
    results: readonly EfficacyResultRow[],
    facts: readonly EfficacyFactRow[],
  ): Promise<void> {
    for (let start = 0; start < results.length; start += rowsAtOnce)
      await tx.sql.insert(EfficacyResultRow, results.slice(start, start + rowsAtOnce));
    await tx.sql.insert(EfficacyFactRow, [...facts]);
  }

  totals(tx: Transaction, surveyId: string): Promise<EfficacyResultRow[]> {
    return tx.sql.findBy(EfficacyResultRow, { surveyId, dimension: 'all' });
  }

  facts(tx: Transaction, surveyId: string): Promise<EfficacyFactRow[]> {
    return tx.sql.findBy(EfficacyFactRow, { surveyId });
  }

  /** What is published beside the totals: parties by name, and pools. By kind, parties first, in a fixed order. */
  listAnswers(tx: Transaction, filter: ListEfficacyAnswersRequest): Promise<EfficacyResultRow[]> {
    const query = tx.sql
      .createQueryBuilder(EfficacyResultRow, 'r')
      .where('r.surveyId = :id', { id: filter.efficacySurveyId })
      .andWhere(`r.dimension IN (:...dimensions)`, { dimensions: dimensionsOf[filter.manner ?? 'both'] })
      .orderBy({ 'r.kind': 'ASC', 'r.dimension': 'ASC', 'r.key': 'ASC' });
    if (filter.kind !== undefined) query.andWhere('r.kind = :kind', { kind: filter.kind });
    if (filter.q !== undefined) query.andWhere('r.name ILIKE :q', { q: `%${escapeLike(filter.q)}%` });
    const cursor = decodeCursor(filter.cursor, 3);
    if (cursor !== null) {
      const [kind, dimension, key] = cursor;
      query.andWhere('(r.kind, r.dimension, r.key) > (:afterKind, :afterDimension, :afterKey)', {
        afterKind: kind,
        afterDimension: dimension,
        afterKey: key,
      });
    }
    return query.limit(rowsFor(filter.limit)).getMany();
  }
}

const dimensionsOf = { named: ['party'], pooled: ['pool'], both: ['party', 'pool'] } as const;

function missing(): never {
  throw new DomainError('NOT_FOUND');
}
