import type { SurveyQuestion } from '@gongxiang/contracts/evaluation/surveys/survey.contract';
import { publishDistribution, type PublishedCount } from './distribution.model.js';
import { optionsOf } from './questions.model.js';
import { cutResponses, type Figures, suppress, thresholdDefault } from './suppression.model.js';
import { shuffled } from './text-mask.model.js';

/** A division of the answers, with all its cells. */
export interface CutDimension {
  readonly dimension: string;
  readonly keys: readonly string[];
}

/** All answers of a survey, counted. */
interface CountedAnswers {
  readonly count: number;
  /** By question, how many chose each option; what nobody chose may be missing. */
  readonly options: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** By dimension, the cell of all answers: respondents are unknown, so only the activity determines the cell. */
  readonly keys: Readonly<Record<string, string>>;
}

/** What is published of one question in one cell; null for nobody and for too few alike. */
export interface PublishedAnswer {
  readonly dimension: string;
  readonly key: string;
  readonly questionKey: string;
  readonly answerCount: number | null;
  /** Of the answers, or of the worth of the choices; null also for choices without values. */
  readonly answerSum: number | null;
  readonly distribution: readonly PublishedCount[] | null;
}

export const wholeDimension = 'all';

/** A question with the number of those who chose each of its options. */
interface CountedQuestion {
  readonly key: string;
  readonly sum: number | null;
  readonly distribution: readonly PublishedCount[] | null;
}

/**
 * Everything that is ever published of the answers to a closed survey, words apart, suppressed as one set.
 * @throws DomainError `CUT_INCOMPLETE`
 */
export function publishAnswers(
  answers: CountedAnswers,
  dimensions: readonly CutDimension[],
  questions: readonly SurveyQuestion[],
): readonly PublishedAnswer[] {
  const counted = questions
    .filter(({ kind }) => kind !== 'text')
    .map((question) => countedOf(question, answers));
  const group = { keys: answers.keys, count: answers.count, sums: counted.map(({ sum }) => sum ?? 0) };
  const published = suppress(cutResponses([group], dimensions));
  const cellsOf = (dimension: string, key: string, figures: Figures): PublishedAnswer[] =>
    counted.map(({ key: questionKey, sum, distribution }) => ({
      dimension,
      key,
      questionKey,
      answerCount: figures?.count ?? null,
      // A cell holds all answers or none: what is published of it is what is published of all.
      answerSum: figures === null ? null : sum,
      distribution: figures === null ? null : distribution,
    }));
  return [
    ...cellsOf(wholeDimension, '', published.total),
    ...published.cuts.flatMap(({ dimension, cells }) =>
      cells.flatMap(({ key, figures }) => cellsOf(dimension, key, figures)),
    ),
  ];
}

function countedOf(question: SurveyQuestion, { options }: CountedAnswers): CountedQuestion {
  const counts = options.get(question.key);
  const bands = optionsOf(question).map((band) =>
    band.map(({ option, value }) => ({ option, value, count: counts?.get(option) ?? 0 })),
  );
  const all = bands.flat();
  const isSummed = all.every(({ value }) => value !== null);
  return {
    key: question.key,
    // In the order of the options, so that it is the same to the last digit whenever it is computed.
    sum: isSummed ? all.reduce((sum, { value, count }) => sum + (value ?? 0) * count, 0) : null,
    distribution: publishDistribution(bands, question.kind !== 'choice'),
  };
}

/** The maximum number of published texts per question; nobody would read more. */
export const textsMax = 20_000;

/**
 * Texts that may be published: none where fewer than five people wrote one; in the order of chance.
 * @param below a random whole number from 0 to the one given, that one excluded
 */
export function textsToPublish(texts: readonly string[], below: (limit: number) => number): string[] {
  const written = texts.filter((text) => text.trim() !== '');
  return written.length < thresholdDefault ? [] : shuffled(written, below);
}
