import { describe, expect, it } from '@jest/globals';
import { figureOf, levelsOf, type TypedLevel } from './level-draft.js';

describe('the levels of a recognition', () => {
  it.each([
    [{ by: 'place', figure: '3' }, 3],
    [{ by: 'place', figure: '0' }, null],
    [{ by: 'place', figure: '2.5' }, null],
    [{ by: 'score', figure: ' 87.5 ' }, 87.5],
    [{ by: 'score', figure: '100' }, 100],
    [{ by: 'score', figure: '100.1' }, null],
    [{ by: 'score', figure: 'ten' }, null],
    [{ by: 'score' }, null],
  ] as const satisfies readonly (readonly [TypedLevel, number | null])[])('%j is %s', (typed, expected) =>
    expect(figureOf(typed)).toBe(expected),
  );

  it('are sent with one condition each', () => {
    const typed: TypedLevel[] = [
      { level: ' 一等奖 ', by: 'place', figure: '1' },
      { level: '五星', by: 'score', figure: '90' },
    ];
    expect(levelsOf(typed)).toEqual([
      { level: '一等奖', lastPlace: 1 },
      { level: '五星', leastScore: 90 },
    ]);
  });
});
