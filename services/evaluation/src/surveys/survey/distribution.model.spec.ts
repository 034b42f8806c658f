import { describe, expect, it } from '@jest/globals';
import {
  type Band,
  type OptionCount,
  publishDistribution,
  type PublishedCount,
} from './distribution.model.js';

function scaleOf(counts: readonly number[], first = 1): OptionCount[] {
  return counts.map((count, index) => ({ option: String(first + index), value: first + index, count }));
}

function choicesOf(counts: readonly number[], values: readonly number[] | null = null): OptionCount[] {
  return counts.map((count, index) => ({
    option: String.fromCharCode(97 + index),
    value: values?.[index] ?? null,
    count,
  }));
}

/** Each option by itself, or the lowest `joined` of them as one. */
function bandsOf(options: readonly OptionCount[], joined = 1): Band[] {
  return [options.slice(0, joined), ...options.slice(joined).map((option) => [option])];
}

function told(distribution: readonly PublishedCount[] | null): string | null {
  return distribution && distribution.map(({ key, count }) => `${key}: ${count}`).join(', ');
}

describe('how the answers divide', () => {
  it.each([
    ['every option where each was chosen by five', [5, 6, 7, 8, 9], '1: 5, 2: 6, 3: 7, 4: 8, 5: 9'],
    // 1 + 2 = 6 by subtraction; the sum would tell 4 and 2, so the next option joins them.
    ['E127: two neighbours alone would be told by the mean', [4, 2, 7, 8, 9], '1+2+3: 13, 4: 8, 5: 9'],
    ['E127: one person is never told', [1, 0, 0, 12, 20], '1+2+3+4: 13, 5: 20'],
    ['nothing where all but a few agree', [0, 0, 1, 2, 30], null],
    ['nothing of fewer than ten, as two counts are ten', [0, 2, 2, 2, 3], null],
  ])('%s: %j', (_case, counts, expected) => {
    expect(told(publishDistribution(bandsOf(scaleOf(counts)), true))).toBe(expected);
  });

  it.each([
    ['every choice where each was chosen by five', [9, 5, 6], null, 'a: 9, b: 5, c: 6'],
    ['E129: an empty choice looks like one with few', [9, 0, 6], null, 'a: 9, b+c: 6'],
    ['E129: and the same with others', [9, 3, 3], null, 'a: 9, b+c: 6'],
    // 2 at 1 and 4 at 2 follow from a sum of 10.
    ['E127: two choices that are summed are told by the sum', [9, 2, 4, 8], [0, 1, 2, 3], 'a: 9, b+c+d: 14'],
    ['E127: values without a common measure would tell, too', [9, 2, 4, 8], [0, 1, 20, 7.123457], null],
    ['choices of equal worth exchange freely', [9, 2, 4], [0, 1, 1], 'a: 9, b+c: 6'],
  ])('%s: %j', (_case, counts, values, expected) => {
    expect(told(publishDistribution(bandsOf(choicesOf(counts, values)), false))).toBe(expected);
  });
});

/** All ways in which `people` divide over `options`. */
function* waysOf(people: number, options: number): Generator<number[]> {
  if (options === 1) yield [people];
  else
    for (let first = 0; first <= people; first += 1)
      for (const rest of waysOf(people - first, options - 1)) yield [first, ...rest];
}

/** What a reader sees of counts where the options are told in these bands. */
function seenOf(
  counts: readonly number[],
  values: readonly number[] | null,
  bands: readonly string[],
): string {
  const names = values === null ? choicesOf(counts) : scaleOrChoices(counts, values);
  const inBand = (band: string) => names.filter(({ option }) => band.split('+').includes(option));
  const told = bands.map((band) => `${band}: ${inBand(band).reduce((all, { count }) => all + count, 0)}`);
  const sum = names.reduce((all, { count, value }) => all + count * (value ?? 0), 0);
  return `${told.join(', ')}; sum ${sum}`;
}

function scaleOrChoices(counts: readonly number[], values: readonly number[]): OptionCount[] {
  return values[3] === 5 ? choicesOf(counts, values) : scaleOf(counts, values[0]);
}

describe('exhaustively: all answers with the same published counts and the same sum', () => {
  it.each([
    ['a scale of five', 14, [1, 2, 3, 4, 5], 1],
    ['a scale of three', 24, [0, 1, 2], 1],
    ['a scale whose lowest three are told together', 14, [0, 1, 2, 3, 4], 3],
    ['four choices', 16, null, null],
    ['four choices that are summed', 16, [0, 1, 2, 5], null],
  ])('E127: leave open of each option that nobody or enough chose it: %s, up to %i people', (...row) => {
    const [, max, values, joined] = row;
    const published = new Map<string, readonly string[]>();
    const ways = Array.from({ length: max - 9 }, (_unused, more) => [
      ...waysOf(10 + more, values?.length ?? 4),
    ]);
    for (const counts of ways.flat()) {
      const options = values === null ? choicesOf(counts) : scaleOrChoices(counts, values);
      const bands = publishDistribution(bandsOf(options, joined ?? 1), joined !== null)?.map(
        ({ key }) => key,
      );
      if (bands !== undefined) published.set(seenOf(counts, values, bands), bands);
    }
    const divisions = new Map([...published.values()].map((bands) => [bands.join(), bands]));
    const known = new Map<string, Set<number>[]>();
    for (const counts of ways.flat())
      for (const bands of divisions.values()) {
        const seen = seenOf(counts, values, bands);
        if (!published.has(seen)) continue;
        const possible = known.get(seen) ?? counts.map(() => new Set<number>());
        counts.forEach((count, index) => possible[index]?.add(count));
        known.set(seen, possible);
      }
    expect(known.size).toBeGreaterThan(10);
    const isFew = (count: number): boolean => count > 0 && count < 5;
    const told = [...known].filter(([, options]) => options.some((counts) => [...counts].every(isFew)));
    expect(told.map(([seen]) => seen)).toEqual([]);
  });
});
