/** How many gave one answer, in the unit of the indicator's scale. */
export interface AnswerPart {
  readonly value: number;
  readonly count: number;
}

/** The answers to one question, of one survey or of several: what was published of them. */
export interface QuestionAnswers {
  readonly count: number;
  readonly sum: number;
  /** They count to `count`; the least value first. */
  readonly parts: readonly AnswerPart[];
}

/** Answers published together: any of these values, in ascending order. */
export interface AnswerBand {
  readonly values: readonly number[];
  readonly count: number;
}

interface PublishedAnswers {
  readonly count: number;
  readonly sum: number;
  /** Null where only number and sum were published. */
  readonly bands: readonly AnswerBand[] | null;
  /** The least and the greatest answer that was possible. */
  readonly scale: readonly [min: number, max: number];
}

/** Values are fractions at most in their sixth digit. */
const dust = 1e-9;

/**
 * A possible set of answers: it agrees with the published figures, and where several options are published together
 * they are as far apart as the published sum allows. So whatever is said of their spread is not too little, and
 * nothing is said that was held back.
 */
export function widestAnswers({ count, sum, bands, scale }: PublishedAnswers): QuestionAnswers {
  const known = bands ?? [{ values: scale, count }];
  let left = sum - known.reduce((least, band) => least + band.count * (band.values[0] ?? 0), 0);
  const parts = new Map<number, number>();
  const add = (value: number, more: number) => {
    if (more > 0) parts.set(value, (parts.get(value) ?? 0) + more);
  };
  // What is left over the least possible sum goes to the highest answers first: the farther apart they are.
  for (const band of [...known].reverse()) {
    const low = band.values[0] ?? 0;
    const width = (band.values.at(-1) ?? low) - low;
    const high = width > 0 ? Math.max(0, Math.min(band.count, Math.floor(left / width + dust))) : 0;
    left -= high * width;
    const between = width > 0 && high < band.count && left > dust ? 1 : 0;
    add(low + width, high);
    add(low + left, between);
    add(low, band.count - high - between);
    if (between > 0) left = 0;
  }
  return { count, sum, parts: inOrder(parts) };
}

/** The answers of several surveys to one question, as if they had been given to one. */
export function pooledAnswers(all: readonly QuestionAnswers[]): QuestionAnswers {
  const parts = new Map<number, number>();
  for (const { value, count } of all.flatMap((one) => one.parts))
    parts.set(value, (parts.get(value) ?? 0) + count);
  return {
    count: all.reduce((sum, one) => sum + one.count, 0),
    sum: all.reduce((sum, one) => sum + one.sum, 0),
    parts: inOrder(parts),
  };
}

/** The mean of what was published; null where nothing was. */
export function meanAnswer(answers: QuestionAnswers | undefined): number | null {
  return answers === undefined || answers.count === 0 ? null : answers.sum / answers.count;
}

function inOrder(parts: ReadonlyMap<number, number>): readonly AnswerPart[] {
  return [...parts].map(([value, count]) => ({ value, count })).sort((a, b) => a.value - b.value);
}
