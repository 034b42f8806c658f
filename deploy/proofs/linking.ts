/** Something that the operator has, from its beginning to its end: a log, a table row by row, the write-ahead log. */
export interface Evidence {
  readonly where: string;
  readonly text: string;
}

/** By what somebody, or an answer, is recognised in evidence; one for each, in whatever order. */
export interface Marked {
  readonly id: string;
  readonly marks: readonly string[];
}

/** A guess of who gave which answer, by the order in which both stand somewhere. */
export interface Guess {
  readonly by: string;
  /** How many of them are right. */
  readonly right: number;
}

/** Who gave which answer: what the operator wants to know, and the proof does. */
export type Truth = ReadonlyMap<string, string>;

/** Where something is looked for that stands there more than once. */
export type Place = 'first' | 'last';

/** The ids in the order in which they stand in the evidence for the first or the last time; the others are left out. */
export function orderIn({ text }: Evidence, marked: readonly Marked[], place: Place): string[] {
  const lowered = text.toLowerCase();
  return marked
    .map(({ id, marks }) => ({ id, at: placeOf(lowered, marks, place) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({ id }) => id);
}

function placeOf(text: string, marks: readonly string[], place: Place): number {
  const lowered = marks.map((mark) => mark.toLowerCase());
  if (place === 'last') return Math.max(...lowered.map((mark) => text.lastIndexOf(mark)));
  const places = lowered.map((mark) => text.indexOf(mark)).filter((at) => at >= 0);
  return places.length === 0 ? -1 : Math.min(...places);
}

/**
 * The best that an operator can do who knows no more than order: every order of people against every order of answers,
 * forwards and backwards, the first with the first. The best guess first.
 */
export function guess(
  evidence: readonly Evidence[],
  people: readonly Marked[],
  answers: readonly Marked[],
  truth: Truth,
): Guess[] {
  const ordersOf = (marked: readonly Marked[]) =>
    evidence
      .flatMap((one) =>
        (['first', 'last'] as const).map((place) => ({
          where: `${one.where} (${place})`,
          order: orderIn(one, marked, place),
        })),
      )
      .filter(({ order }) => order.length === marked.length);
  const [peoples, answerses] = [ordersOf(people), ordersOf(answers)];
  const guesses = peoples.flatMap((who) =>
    answerses.flatMap((what) =>
      [what.order, [...what.order].reverse()].map((order, backwards) => ({
        by: `${who.where} × ${what.where}${backwards === 1 ? ', backwards' : ''}`,
        right: order.filter((answer, place) => truth.get(who.order[place] ?? '') === answer).length,
      })),
    ),
  );
  return guesses.sort((a, b) => b.right - a.right);
}

/** Lines in which a person and an answer stand together, whoever they are. */
export function together(
  evidence: readonly Evidence[],
  people: readonly Marked[],
  answers: readonly Marked[],
): string[] {
  const marksOf = (marked: readonly Marked[]) =>
    marked.flatMap(({ marks }) => marks.map((mark) => mark.toLowerCase()));
  const [who, what] = [marksOf(people), marksOf(answers)];
  const has = (line: string, marks: readonly string[]): boolean => marks.some((mark) => line.includes(mark));
  return evidence
    .filter(({ text }) =>
      text
        .toLowerCase()
        .split('\n')
        .some((line) => has(line, who) && has(line, what)),
    )
    .map(({ where }) => where);
}
