import { Injectable } from '@nestjs/common';
import type { IndicatorNode } from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';
import type { Transaction } from '@gongxiang/persistence';
import type { HostedActivity } from '../../reference/subject/subject-activities.repository.js';
import type { PublishedCount } from '../../surveys/survey/distribution.model.js';
import { wholeDimension } from '../../surveys/survey/survey-results.model.js';
import { type AnswerBand, pooledAnswers, type QuestionAnswers, widestAnswers } from './answers.model.js';

/** What the surveys of one subject's activities published. */
export interface SubjectAnswers {
  /** Closed surveys, in the order of their ids. */
  readonly surveyIds: readonly string[];
  readonly hasOpenSurvey: boolean;
  /** By indicator. */
  readonly answers: Readonly<Record<string, QuestionAnswers>>;
}

interface ResultRow {
  readonly subjectId: string;
  readonly surveyId: string;
  readonly state: 'open' | 'closed';
  readonly questionKey: string | null;
  readonly count: number | null;
  readonly sum: number | null;
  readonly distribution: readonly PublishedCount[] | null;
  readonly scaleMin: number | null;
  readonly scaleMax: number | null;
}

/** Reads the published answers of many subjects at once, and nothing of surveys that are open. */
@Injectable()
export class ScoreAnswers {
  async of(
    tx: Transaction,
    held: readonly HostedActivity[],
    system: { readonly id: string; readonly nodes: readonly IndicatorNode[] },
  ): Promise<ReadonlyMap<string, SubjectAnswers>> {
    const rows: ResultRow[] = await tx.sql.query(
      `SELECT h.subject_id AS "subjectId", s.id AS "surveyId", s.state, r.question_key AS "questionKey",
              r.answer_count AS count, r.answer_sum AS sum, r.distribution, r.scale_min AS "scaleMin",
              r.scale_max AS "scaleMax"
       FROM unnest($1::uuid[], $2::uuid[]) AS h(subject_id, activity_id)
       JOIN survey s ON s.activity_id = h.activity_id AND s.indicator_system_id = $3
       LEFT JOIN survey_result r ON r.survey_id = s.id AND s.state = 'closed' AND r.dimension = $4
         AND r.answer_count IS NOT NULL AND r.answer_sum IS NOT NULL
       ORDER BY h.subject_id, s.id, r.question_key`,
      [held.map(({ subjectId }) => subjectId), held.map(({ id }) => id), system.id, wholeDimension],
    );
    const choices = choiceValues(system.nodes);
    const bySubject = new Map<string, ResultRow[]>();
    for (const row of rows) bySubject.set(row.subjectId, [...(bySubject.get(row.subjectId) ?? []), row]);
    return new Map([...bySubject].map(([id, own]) => [id, answersOf(own, choices)]));
  }
}

type ChoiceValues = ReadonlyMap<string, ReadonlyMap<string, number>>;

function choiceValues(nodes: readonly IndicatorNode[]): ChoiceValues {
  return new Map(
    nodes.map(({ key, leaf }) => [key, new Map((leaf?.choices ?? []).map((one) => [one.key, one.value]))]),
  );
}

function answersOf(rows: readonly ResultRow[], choices: ChoiceValues): SubjectAnswers {
  const closed = rows.filter(({ state }) => state === 'closed').map(({ surveyId }) => surveyId);
  const published = new Map<string, QuestionAnswers[]>();
  for (const row of rows) {
    const { questionKey: key, count, sum } = row;
    if (key === null || count === null || sum === null) continue;
    const scale = [row.scaleMin ?? 0, row.scaleMax ?? 0] as const;
    const answers = widestAnswers({ count, sum, bands: bandsOf(row, choices), scale });
    published.set(key, [...(published.get(key) ?? []), answers]);
  }
  return {
    surveyIds: [...new Set(closed)],
    hasOpenSurvey: rows.some(({ state }) => state === 'open'),
    answers: Object.fromEntries([...published].map(([key, all]) => [key, pooledAnswers(all)])),
  };
}

/** Options published together are joined by `+`. */
function bandsOf(
  { distribution, questionKey }: ResultRow,
  choices: ChoiceValues,
): readonly AnswerBand[] | null {
  const valued = choices.get(questionKey ?? '');
  const bands = distribution?.map(({ key, count }) => {
    const values = key.split('+').map((option) => valued?.get(option) ?? Number(option));
    return { count, values: values.sort((a, b) => a - b) };
  });
  // A distribution of what has no value says nothing of the mean.
  return bands?.every(({ values }) => values.every(Number.isFinite)) === true ? bands : null;
}
