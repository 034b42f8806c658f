import { describe, expect, it } from '@jest/globals';
import { factProblem } from './fact-check.model.js';

const three = { count: 3, hash: 'abc' };

describe('E30: the totals of facts', () => {
  it.each([
    ['the same', three, null, null],
    ['the same, and the shares rest on them', three, 'abc', null],
    ['a person less', { count: 2, hash: 'ab' }, 'ab', 'missing'],
    ['a person more', { count: 4, hash: 'abcd' }, null, 'surplus'],
    ['as many, but not the same', { count: 3, hash: 'abd' }, 'abd', 'different'],
    ['put right after the shares were computed', three, 'ab', 'poolBehind'],
  ] as const)('%s', (_what, here, poolHash, problem) => {
    expect(factProblem({ reported: three, local: here, poolHash })).toBe(problem);
  });

  it('of an activity to which nobody came agree as well', () => {
    const none = { count: 0, hash: 'e3b0' };
    expect(factProblem({ reported: none, local: none, poolHash: null })).toBeNull();
  });
});
