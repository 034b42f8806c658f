import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { DataSource } from 'typeorm';
import { addMarginals, type Combination, type CountedKey, countedTogether } from './histogram.model.js';
import { SurveyResponseRow, SurveyRow } from './survey.entity.js';

export interface AnonymousResponse {
  readonly surveyId: string;
  readonly tokenHash: Buffer;
  readonly answers: Readonly<Record<string, number | string>>;
}

/** Before and behind all random ids. */
const idLeast = '00000000-0000-0000-0000-000000000000';
const idGreatest = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/**
 * PostgreSQL expects as many combinations as there are different answers to the whole survey, and would have one process
 * sort all of them on disk. There are few (`countedTogether`): each worker counts its own in memory, which takes
 * less than half the time for a million answers.
 */
const planForCombinations = 'SET LOCAL enable_sort = off; SET LOCAL parallel_tuple_cost = 0';
const planAsUsual = 'SET LOCAL enable_sort TO DEFAULT; SET LOCAL parallel_tuple_cost TO DEFAULT';

/** Answers go straight to the database: no transaction of a caller, no idempotency key, no audit, no outbox. */
@Injectable()
export class ResponseRepository {
  constructor(private readonly dataSource: DataSource) {}

  findSurvey(id: string): Promise<SurveyRow | null> {
    return this.dataSource.manager.findOneBy(SurveyRow, { id });
  }

  async findAnswers(surveyId: string, tokenHash: Buffer): Promise<SurveyResponseRow['answers'] | null> {
    const row = await this.dataSource.manager.findOneBy(SurveyResponseRow, { surveyId, tokenHash });
    return row?.answers ?? null;
  }

  /**
   * Burns the token and keeps the answers, in one statement: the unique hash lets one of two through. The survey's row
   * is read under a lock that the close waits for, and read again once a close that came first is done.
   * @returns false where the token is used or the survey not open
   */
  async insert(response: AnonymousResponse, now: Date): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(
      `INSERT INTO survey_response (survey_id, id, token_hash, answers)
       SELECT s.id, $2, $3, $4 FROM survey s
       WHERE s.id = $1 AND s.state = 'open' AND s.opens_at <= $5 AND s.closes_at > $5 FOR KEY SHARE OF s
       ON CONFLICT DO NOTHING RETURNING id`,
      [response.surveyId, randomUUID(), response.tokenHash, JSON.stringify(response.answers), now],
    );
    return rows.length > 0;
  }

  /** How many answered, and how many chose each option of the questions given, which everybody answers. */
  async histograms(
    tx: Transaction,
    surveyId: string,
    questions: readonly CountedKey[],
  ): Promise<{ readonly count: number; readonly options: ReadonlyMap<string, ReadonlyMap<string, number>> }> {
    const options = new Map(questions.map(({ key }) => [key, new Map<string, number>()]));
    let count: number | null = null;
    await tx.sql.query(planForCombinations);
    for (const keys of countedTogether(questions)) {
      const places = keys.map((_key, index) => `answers->>$${index + 2}`).join(', ');
      const combinations: Combination[] = await tx.sql.query(
        `SELECT ARRAY[${places}] AS answers, count(*)::int AS count FROM survey_response
         WHERE survey_id = $1 GROUP BY ${places}`,
        [surveyId, ...keys],
      );
      addMarginals(options, keys, combinations);
      // Every answer gives one combination, so they need not be counted by a look of their own.
      count ??= combinations.reduce((sum, combination) => sum + combination.count, 0);
    }
    await tx.sql.query(planAsUsual);
    return { count: count ?? (await this.count(tx, surveyId)), options };
  }

  private async count(tx: Transaction, surveyId: string): Promise<number> {
    const rows: { count: number }[] = await tx.sql.query(
      'SELECT count(*)::int AS count FROM survey_response WHERE survey_id = $1',
      [surveyId],
    );
    return rows[0]?.count ?? 0;
  }

  /** What was written in answer to a question; of more than the limit some that chance, by their ids, has chosen. */
  async texts(tx: Transaction, surveyId: string, key: string, limit: number): Promise<string[]> {
    const rows: { text: string }[] = await tx.sql.query(
      `SELECT answers->>$2 AS text FROM survey_response
       WHERE survey_id = $1 AND btrim(answers->>$2) <> '' ORDER BY id LIMIT $3`,
      [surveyId, key, limit],
    );
    return rows.map(({ text }) => text);
  }

  /**
   * Writes some of the answers anew in the order of their random ids, in one transaction. Once that is done with all,
   * neither the place of a row nor the transaction that made it tells when it was written: which of them are written
   * together rests on their ids, too.
   * @param after the id to go on behind; null to begin
   * @param limit how many at most: one statement for a million would be broken off before its end
   * @returns the id to go on behind; null where all are written
   */
  async scatter(
    tx: Transaction,
    surveyId: string,
    { after, limit }: { readonly after: string | null; readonly limit: number },
  ): Promise<string | null> {
    const from = after ?? idLeast;
    const ends: { id: string }[] = await tx.sql.query(
      'SELECT id FROM survey_response WHERE survey_id = $1 AND id > $2 ORDER BY id OFFSET $3 LIMIT 1',
      [surveyId, from, limit - 1],
    );
    const end = ends[0]?.id ?? null;
    await tx.sql.query(
      `WITH taken AS (DELETE FROM survey_response WHERE survey_id = $1 AND id > $2 AND id <= $3 RETURNING *)
       INSERT INTO survey_response SELECT * FROM taken ORDER BY id`,
      [surveyId, from, end ?? idGreatest],
    );
    return end;
  }
}
