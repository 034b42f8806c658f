import type { components } from '../../../api/schema.js';
import type { Question } from './answers.model.js';
import { type Distribution, optionsText } from './distribution.model.js';

type SurveyView = components['schemas']['SurveyView'];
type SurveyResultsView = components['schemas']['SurveyResultsView'];

export interface ResultRow {
  readonly key: string;
  readonly text: string;
  readonly question: Question;
  /** In the unit of the question; null for nobody and for too few alike, and for choices without values. */
  readonly mean: number | null;
  readonly count: number | null;
  /** Null where nothing of it may be published. */
  readonly distribution: Distribution | null;
}

/** A division of the answers with what is published of each question, in the order of the survey. */
export interface ResultCut {
  readonly dimension: string;
  readonly key: string;
  readonly rows: readonly ResultRow[];
}

/** @returns the whole first, then what it is divided by */
export function resultCuts(survey: SurveyView, { cuts }: SurveyResultsView): readonly ResultCut[] {
  const asked = survey.questions.filter(({ kind }) => kind !== 'text');
  return cuts
    .map(({ dimension, key, questions }) => ({
      dimension,
      key,
      rows: asked.map((question): ResultRow => {
        const found = questions.find((one) => one.key === question.key);
        const { mean = null, count = null, distribution = null } = found ?? {};
        return { key: question.key, text: question.text, question, mean, count, distribution };
      }),
    }))
    .sort((a, b) => Number(b.dimension === 'all') - Number(a.dimension === 'all'));
}

/** Is anything of it published? */
export function isPublished({ rows }: ResultCut): boolean {
  return rows.some(({ count }) => count !== null);
}

/** The table of a file: a line for each question, then one for each of its options that are published. */
export function exportRows(rows: readonly ResultRow[]): string[][] {
  return rows.flatMap(({ text, question, mean, count, distribution }) => [
    [text, '', String(count ?? ''), mean === null ? '' : String(mean)],
    ...(distribution ?? []).map((part) => [
      text,
      optionsText(question, part.key.split('+')),
      String(part.count),
      '',
    ]),
  ]);
}
