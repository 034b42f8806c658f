import type { components } from '../../api/schema.js';

type SurveyView = components['schemas']['SurveyView'];
type SurveyResultsView = components['schemas']['SurveyResultsView'];

export interface ResultRow {
  readonly key: string;
  readonly text: string;
  /** In the unit of the question; null for nobody and for too few alike. */
  readonly mean: number | null;
  readonly count: number | null;
}

/** A division of the answers with what is published of each question, in the order of the survey. */
export interface ResultCut {
  readonly dimension: string;
  readonly key: string;
  readonly rows: readonly ResultRow[];
}

/** @returns the whole first, then what it is divided by */
export function resultCuts(survey: SurveyView, { cuts }: SurveyResultsView): readonly ResultCut[] {
  const scales = survey.questions.filter(({ kind }) => kind === 'likert');
  return cuts
    .map(({ dimension, key, questions }) => ({
      dimension,
      key,
      rows: scales.map(({ key: questionKey, text }) => {
        const found = questions.find((one) => one.key === questionKey);
        return { key: questionKey, text, mean: found?.mean ?? null, count: found?.count ?? null };
      }),
    }))
    .sort((a, b) => Number(b.dimension === 'all') - Number(a.dimension === 'all'));
}

/** Is anything of it published? */
export function isPublished({ rows }: ResultCut): boolean {
  return rows.some(({ count }) => count !== null);
}
