import { describe, expect, it } from '@jest/globals';
import { DomainError } from '../domain-error.js';
import { groupJudgements, parseJudgements, reciprocalMatrix, requireConnected } from './judgement.js';

function problemOf(action: () => unknown): { code: string; pointer: string | undefined } {
  try {
    action();
  } catch (error) {
    if (error instanceof DomainError) return { code: error.code, pointer: error.errors[0]?.pointer };
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('parseJudgements', () => {
  it.each([
    ['5', 5],
    ['1/3', 1 / 3],
    ['7/2', 3.5],
    ['2.5', 2.5],
    [' 9 ', 9],
    ['1/9', 1 / 9],
    ['0.1111111111', 0.1111111111],
    [null, null],
  ])('reads %p', (text, expected) => {
    expect(parseJudgements(2, [[text]])).toEqual([[expected]]);
  });

  it.each([
    ['', 'JUDGEMENT_FORMAT'],
    ['five', 'JUDGEMENT_FORMAT'],
    ['-3', 'JUDGEMENT_FORMAT'],
    ['1/0', 'JUDGEMENT_FORMAT'],
    ['1/2/3', 'JUDGEMENT_FORMAT'],
    ['1e1', 'JUDGEMENT_FORMAT'],
    ['Infinity', 'JUDGEMENT_FORMAT'],
    ['0', 'JUDGEMENT_RANGE'],
    ['10', 'JUDGEMENT_RANGE'],
    ['1/10', 'JUDGEMENT_RANGE'],
  ])('refuses %p and points to it', (text, code) => {
    expect(problemOf(() => parseJudgements(3, [['2', text], ['1']]))).toEqual({
      code,
      pointer: '/upper/0/1',
    });
  });

  it.each([
    ['a missing row', 3, [['1', '2']], 'MATRIX_SHAPE', '/upper'],
    ['a long row', 3, [['1', '2', '3'], ['1']], 'MATRIX_SHAPE', '/upper/0'],
    ['a short row', 3, [['1', '2'], []], 'MATRIX_SHAPE', '/upper/1'],
    ['one item', 1, [], 'ITEMS_COUNT', '/items'],
    ['ten items', 10, [], 'ITEMS_COUNT', '/items'],
  ])('refuses %s', (_, count, upper, code, pointer) => {
    expect(problemOf(() => parseJudgements(count, upper))).toEqual({ code, pointer });
  });
});

describe('reciprocalMatrix', () => {
  it('E133: takes a row over its column, and the reciprocal below the diagonal', () => {
    expect(reciprocalMatrix([[4, null], [0.5]])).toEqual([
      [1, 4, null],
      [0.25, 1, 0.5],
      [null, 2, 1],
    ]);
  });
});

describe('requireConnected', () => {
  it('accepts a chain in any order', () => {
    // 0–3, 3–1, 1–2
    expect(() => requireConnected([[null, null, 2], [3, 4], [null]])).not.toThrow();
  });

  it('names an item that nothing links', () => {
    // 0–1 and 2–3 are two islands.
    const problem = problemOf(() => requireConnected([[2, null, null], [null, null], [3]]));
    expect(problem).toEqual({ code: 'JUDGEMENTS_DISCONNECTED', pointer: '/upper' });
  });
});

describe('groupJudgements', () => {
  it('takes the geometric mean, so that opposite judges cancel out', () => {
    // √(4 · 1) = 2, √(3 · 1/3) = 1
    const [first] = groupJudgements([
      [[4, 3], [2]],
      [[1, 1 / 3], [2]],
    ]);
    expect(first?.[0]).toBeCloseTo(2, 12);
    expect(first?.[1]).toBeCloseTo(1, 12);
  });

  it('skips who did not judge a pair, and leaves out what nobody judged', () => {
    const grouped = groupJudgements([
      [[null, 8], [null]],
      [[5, 2], [null]],
    ]);
    // 5 alone; √(8 · 2) = 4
    expect(grouped[0]?.[0]).toBeCloseTo(5, 12);
    expect(grouped[0]?.[1]).toBeCloseTo(4, 12);
    expect(grouped[1]?.[0]).toBeNull();
  });

  it('refuses no judge, and judges of different items', () => {
    expect(problemOf(() => groupJudgements([])).code).toBe('JUDGES_MISSING');
    expect(problemOf(() => groupJudgements([[[2]], [[2, 3], [4]]]))).toEqual({
      code: 'MATRIX_SHAPE',
      pointer: '/judges/1',
    });
  });
});
