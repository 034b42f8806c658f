import { Injectable } from '@nestjs/common';
import type { EfficacyKind } from '@gongxiang/contracts/evaluation/seasons/efficacy-survey.contract';
import type { Transaction } from '@gongxiang/persistence';
import { DataSource, IsNull, Not } from 'typeorm';
import { EfficacyPoolRow, EfficacySurveyRow, type PublicKeyJwk } from './efficacy-survey.entity.js';

const rowsAtOnce = 1_000;

/** A pool that answers may be given in, with what its survey asks. */
interface AskingPool {
  readonly pool: EfficacyPoolRow;
  readonly survey: EfficacySurveyRow;
}

@Injectable()
export class PoolRepository {
  constructor(private readonly dataSource: DataSource) {}

  async insert(tx: Transaction, rows: readonly EfficacyPoolRow[]): Promise<void> {
    for (let start = 0; start < rows.length; start += rowsAtOnce)
      await tx.sql.insert(EfficacyPoolRow, rows.slice(start, start + rowsAtOnce));
  }

  /** Of the caller of an answer nothing is known, hence no transaction either. */
  async findToAnswer(surveyId: string, poolId: string): Promise<AskingPool | null> {
    const { manager } = this.dataSource;
    const pool = await manager.findOneBy(EfficacyPoolRow, { surveyId, id: poolId });
    const survey = await manager.findOneBy(EfficacySurveyRow, { id: surveyId });
    return pool === null || survey === null ? null : { pool, survey };
  }

  find(tx: Transaction, surveyId: string, kind: EfficacyKind, path: string): Promise<EfficacyPoolRow | null> {
    return tx.sql.findOneBy(EfficacyPoolRow, { surveyId, kind, path });
  }

  all(tx: Transaction, surveyId: string): Promise<EfficacyPoolRow[]> {
    return tx.sql.find(EfficacyPoolRow, { where: { surveyId }, order: { kind: 'ASC', path: 'ASC' } });
  }

  withKeys(tx: Transaction, surveyId: string): Promise<EfficacyPoolRow[]> {
    const where = { surveyId, publicKey: Not(IsNull()) };
    return tx.sql.find(EfficacyPoolRow, { where, order: { kind: 'ASC', id: 'ASC' } });
  }

  withoutKeys(tx: Transaction, surveyId: string, limit: number): Promise<EfficacyPoolRow[]> {
    const where = { surveyId, publicKey: IsNull() };
    return tx.sql.find(EfficacyPoolRow, { where, order: { id: 'ASC' }, take: limit });
  }

  async saveKey(
    tx: Transaction,
    { surveyId, id }: EfficacyPoolRow,
    key: { readonly publicKey: PublicKeyJwk; readonly privateKey: string },
  ): Promise<void> {
    await tx.sql.update(EfficacyPoolRow, { surveyId, id }, key);
  }

  /** Nothing is signed any more. */
  async dropPrivateKeys(tx: Transaction, surveyId: string): Promise<void> {
    await tx.sql.update(EfficacyPoolRow, { surveyId }, { privateKey: null });
  }
}
