import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { Between } from 'typeorm';
import { likertMax, likertMin } from '../survey/questions.model.js';
import { type Moments, pairsOf } from './moments.model.js';
import { SurveyMomentRow } from './tuning.entity.js';

/** So many sums are asked for in one statement: two hundred questions have 20,100 pairs. */
const atOnce = 500;

/** Reads sums of answers, and keeps them. */
@Injectable()
export class MomentRepository {
  /**
   * Sums over all answers of a survey, which say nothing of a single one.
   * @param keys questions with a scale, of one node
   */
  async sum(tx: Transaction, surveyId: string, keys: readonly string[]): Promise<Moments> {
    const answers = keys.map((_key, place) => `a${place}`);
    // Each answer is read out of its JSON once, and not again for every pair: without the fence it would be.
    const read = answers.map((name, place) => `(answers->>($2::text[])[${place + 1}])::int AS ${name}`);
    const rows = `(SELECT ${read.join(', ')} FROM survey_response WHERE survey_id = $1 OFFSET 0) r`;
    const over = async (expressions: readonly string[]): Promise<number[]> => {
      const figures: number[] = [];
      for (let start = 0; start < expressions.length; start += atOnce) {
        const portion = expressions.slice(start, start + atOnce).map((one) => `(${one})::float8`);
        const found: { figures: number[] }[] = await tx.sql.query(
          `SELECT ARRAY[${portion.join(', ')}] AS figures FROM ${rows}`,
          [surveyId, keys],
        );
        figures.push(...(found[0]?.figures ?? []));
      }
      return figures;
    };
    const countOf = (bound: number): string[] =>
      answers.map((answer) => `count(*) FILTER (WHERE ${answer} = ${bound})`);
    const totals = pairsOf(keys.length).map(
      ([first, second]) => `coalesce(sum(${answers[first]} * ${answers[second]}), 0)`,
    );
    const [count = 0] = await over(['count(a0)']);
    return {
      ...{ keys, count, sums: await over(answers.map((answer) => `coalesce(sum(${answer}), 0)`)) },
      products: await over(totals),
      ...{ lows: await over(countOf(likertMin)), highs: await over(countOf(likertMax)) },
    };
  }

  async insert(tx: Transaction, row: SurveyMomentRow): Promise<void> {
    await tx.sql.createQueryBuilder().insert().into(SurveyMomentRow).values(row).orIgnore().execute();
  }

  /** Those of surveys that closed in a period, the earliest first. */
  season(
    tx: Transaction,
    indicatorSystemId: string,
    { from, to }: { readonly from: string; readonly to: string },
  ): Promise<SurveyMomentRow[]> {
    return tx.sql.find(SurveyMomentRow, {
      where: { indicatorSystemId, frozenOn: Between(from, to) },
      order: { frozenOn: 'ASC', surveyId: 'ASC' },
    });
  }
}
