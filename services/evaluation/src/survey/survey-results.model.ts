import {
  cutResponses,
  type Figures,
  type ResponseGroup,
  suppress,
  thresholdDefault,
} from './suppression.model.js';

/** A division of the answers, with all its cells. */
export interface CutDimension {
  readonly dimension: string;
  readonly keys: readonly string[];
}

/** What is published of one question in one cell; null for nobody and for too few alike. */
export interface PublishedAnswer {
  readonly dimension: string;
  readonly key: string;
  readonly questionKey: string;
  readonly answerCount: number | null;
  readonly answerSum: number | null;
}

export const wholeDimension = 'all';

/**
 * Everything that is ever published of the scales of a closed survey, suppressed as one set.
 * @param questionKeys in the order of the sums of the groups
 * @throws DomainError `CUT_INCOMPLETE`
 */
export function publishAnswers(
  groups: readonly ResponseGroup[],
  dimensions: readonly CutDimension[],
  questionKeys: readonly string[],
): readonly PublishedAnswer[] {
  const published = suppress(cutResponses(groups, dimensions));
  const cellsOf = (dimension: string, key: string, figures: Figures): PublishedAnswer[] =>
    questionKeys.map((questionKey, index) => ({
      dimension,
      key,
      questionKey,
      answerCount: figures?.count ?? null,
      answerSum: figures?.sums[index] ?? null,
    }));
  return [
    ...cellsOf(wholeDimension, '', published.total),
    ...published.cuts.flatMap(({ dimension, cells }) =>
      cells.flatMap(({ key, figures }) => cellsOf(dimension, key, figures)),
    ),
  ];
}

/**
 * Texts as published: none where fewer than five people wrote one, and in an order that says nothing of who wrote when.
 */
export function publishTexts(texts: readonly string[]): string[] {
  const written = texts.filter((text) => text.trim() !== '');
  return written.length < thresholdDefault ? [] : written.sort();
}
