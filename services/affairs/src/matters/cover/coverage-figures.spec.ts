import { describe, expect, it } from '@jest/globals';
import {
  branchesOf,
  countedWithin,
  coverageFigures,
  coverageLines,
  monthsBegun,
} from './coverage-figures.js';

const at = (unionId: string, month: number, people: number) =>
  ({ unionId, kind: 'hardship', month, people }) as const;
const there = (unionId: string, people: number, source: 'counted' | 'stated' = 'stated') =>
  ({ unionId, kind: 'hardship', people, source }) as const;

const counted = {
  reached: [at('a', 1, 3), at('a', 3, 4), at('b', 3, 6)],
  audiences: [there('a', 20), there('b', 30, 'counted')],
};
const hardshipOf = <Line extends { readonly kind: string }>(lines: readonly Line[]): Line | undefined =>
  lines.find(({ kind }) => kind === 'hardship');

describe('cover', () => {
  it('is of all unions together, in fives, and of as many as there are', () => {
    expect(hardshipOf(coverageFigures(counted))).toEqual({
      kind: 'hardship',
      reached: 10, // 13
      audience: 50,
      shareThousandths: 200, // 10 of 50
    });
  });

  it.each([
    ['nobody has said how many there are', [], null, null],
    ['there are none', [there('a', 0)], 0, null],
  ])('has no share where %s', (_what, audiences, audience, shareThousandths) => {
    expect(hardshipOf(coverageFigures({ ...counted, audiences }))).toMatchObject({
      audience,
      shareThousandths,
    });
  });

  it('says nothing of fewer than five, in no union and no month', () => {
    const of = countedWithin(counted, new Set(['a']));
    // 3 until February, 7 from March on.
    expect(hardshipOf(coverageLines(of, 'a', 4))).toMatchObject({
      reached: 5,
      months: [0, 0, 5, 5].map((reached, index) => ({ month: index + 1, reached })),
    });
    expect(hardshipOf(coverageFigures(countedWithin(counted, new Set(['c']))))).toMatchObject({
      reached: 0,
      audience: null,
    });
  });

  it('says from where the union itself has the number', () => {
    expect(hardshipOf(coverageLines(counted, 'b', 12))?.source).toBe('counted');
    expect(hardshipOf(coverageLines(counted, 'c', 12))?.source).toBeNull();
    expect(coverageLines(counted, 'a', 12)).toHaveLength(6);
  });

  it('is shown by branch: the open unions directly below, each with all below it', () => {
    const union = (path: string, active = true) => ({ id: path, name: path, path, active });
    const unions = ['1.', '1.2.', '1.2.3.', '1.20.', '1.5.', '1.5.1.'].map((path) => union(path));
    const branches = branchesOf([...unions, union('1.6.', false)], '1.');
    expect(branches.map(({ id, within }) => [id, [...within]])).toEqual([
      ['1.2.', ['1.2.', '1.2.3.']],
      ['1.20.', ['1.20.']],
      ['1.5.', ['1.5.', '1.5.1.']],
    ]);
    const below = unions.filter(({ path }) => path.startsWith('1.2.'));
    expect(branchesOf(below, '1.2.').map(({ id }) => id)).toEqual(['1.2.3.']);
  });

  it.each([
    [2025, 12],
    [2026, 11],
    [2027, 0],
  ])('has of %i, looked at in November 2026, %i months', (year, months) => {
    expect(monthsBegun(year, '2026-11-29')).toBe(months);
  });
});
