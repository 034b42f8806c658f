import { describe, expect, it } from '@jest/globals';
import { openOf, requireChosen, unknownOf } from './audience.model.js';

const found = ['a', 'b', 'c'];

describe('unions that were chosen', () => {
  it.each<[string, string[], string[], string[]]>([
    ['all of them below', ['a'], ['b'], []],
    ['one that has closed', ['a', 'x'], ['b'], ['x']],
    ['a branch that lies elsewhere', ['a'], ['y'], ['y']],
    ['one in both lists, which is unknown once', ['x'], ['x'], ['x']],
  ])('%s', (_what, unionIds, branchIds, unknown) => {
    expect(unknownOf({ unionIds, branchIds }, found)).toEqual(unknown);
  });

  it('are left out of a set once they have closed', () => {
    expect(openOf({ unionIds: ['a', 'x'], branchIds: ['y', 'c'] }, found)).toEqual({
      unionIds: ['a'],
      branchIds: ['c'],
    });
  });

  it.each<[string, string[], string[], string, string]>([
    ['none', [], [], 'ASSIGNMENT_UNIONS_MISSING', '/unionIds'],
    ['a stranger', ['x'], ['a'], 'ASSIGNMENT_UNION_NOT_BELOW', '/unionIds'],
    ['a strange branch', ['a'], ['x'], 'ASSIGNMENT_UNION_NOT_BELOW', '/branchIds'],
  ])('are refused where there is %s', (_what, unionIds, branchIds, code, pointer) => {
    expect(() => requireChosen({ unionIds, branchIds }, found)).toThrow(
      expect.objectContaining({ code, errors: [expect.objectContaining({ pointer })] }),
    );
  });
});
