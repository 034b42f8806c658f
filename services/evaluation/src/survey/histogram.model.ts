/** A question, and how many options it has. */
export interface CountedKey {
  readonly key: string;
  readonly options: number;
}

/** The combinations of answers that PostgreSQL counts at once: few enough that every worker keeps them at hand. */
const combinationsMax = 1_000;

/**
 * Questions in groups that are counted by one look at all answers each: as many of them as have at most a thousand
 * combinations of options. One GROUP BY for each question would look at everything as often as there are questions.
 */
export function countedTogether(questions: readonly CountedKey[]): readonly (readonly string[])[] {
  const groups: string[][] = [];
  let combinations = Infinity;
  for (const { key, options } of questions) {
    combinations *= options;
    if (combinations > combinationsMax) {
      groups.push([]);
      combinations = options;
    }
    groups.at(-1)?.push(key);
  }
  return groups;
}

/** A combination of answers, in the order of the questions, and how many gave it. */
export interface Combination {
  readonly answers: readonly string[];
  readonly count: number;
}

/** Adds up how many chose each option of each question. */
export function addMarginals(
  options: ReadonlyMap<string, Map<string, number>>,
  keys: readonly string[],
  combinations: readonly Combination[],
): void {
  for (const { answers, count } of combinations)
    keys.forEach((key, place) => {
      const counts = options.get(key);
      const option = answers[place];
      if (counts !== undefined && option !== undefined) counts.set(option, (counts.get(option) ?? 0) + count);
    });
}
