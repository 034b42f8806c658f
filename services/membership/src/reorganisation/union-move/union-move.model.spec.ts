import { describe, expect, it } from '@jest/globals';
import { aboveAfterMove, countedOf, type MovedCounts } from './union-move.model.js';

describe('the unions above one that moves', () => {
  it.each([
    ['to below another district', '1.1.4.', '1.2.', ['1.1.'], ['1.2.']],
    ['to below a street of another district', '1.1.4.', '1.2.7.', ['1.1.'], ['1.2.7.', '1.2.']],
    ['to below a street of the same district', '1.1.4.', '1.1.7.', [], ['1.1.7.']],
    ['up, to below the union above the one above it', '1.1.4.2.', '1.1.', ['1.1.4.'], []],
    ['up, to below the root', '1.1.4.2.', '1.', ['1.1.4.', '1.1.'], []],
    ['to where it is', '1.1.4.', '1.1.', [], []],
    // 1.1. is not above 1.10.
    ['to below one whose number begins alike', '1.1.4.', '1.10.', ['1.1.'], ['1.10.']],
  ])('%s', (_where, path, target, leaves, joins) => {
    expect(aboveAfterMove(path, target)).toEqual({ leaves, joins });
  });
});

it('counts are in the order of their kinds, and none is left out but of what there is nothing', () => {
  const counts = { unions: 2, members: 0, offices: 1 } as Partial<MovedCounts> as MovedCounts;
  expect(countedOf(['offices', 'members', 'unions'], counts)).toEqual([
    { key: 'offices', count: 1 },
    { key: 'unions', count: 2 },
  ]);
});
