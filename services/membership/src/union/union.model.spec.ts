import { describe, expect, it } from '@jest/globals';
import { childPath, checkUnionCode, levelOf } from './union.model.js';

describe('the place of a union in the tree', () => {
  it.each([
    ['1.', 1, '1.1.'],
    ['1.4.', 9, '1.4.9.'],
    ['1.4.', 36, '1.4.10.'], // 36 is "10" in base 36
  ])('below %s, the child number %i is at %s', (parent, number, path) => {
    expect(childPath(parent, number)).toBe(path);
  });

  it.each([
    ['1.', 1],
    ['1.4.', 2],
    ['1.4.10.', 3],
  ])('%s is at level %i', (path, level) => {
    expect(levelOf(path)).toBe(level);
  });
});

describe("a union's own code", () => {
  it('passes with a right check character', () => {
    // 81420106MC00000017: Σ CᵢWᵢ is worked out in the identifier's own tests; here only that a right one passes
    expect(checkUnionCode('81420106mc0000001J').uscc).toBe('81420106MC0000001J');
  });

  it('E105: a failed check is kept for review, not refused', () => {
    const checks = [...'0123456789'].map((last) => checkUnionCode(`81420106MC000000${last}0`).usccCheck);
    expect(checks).toContain('failed');
  });

  it("E106: an enterprise's code is refused for a union, whatever its check says", () => {
    expect(() => checkUnionCode('91350100M000100Y43')).toThrow('USCC_NOT_A_UNION');
  });

  it('asks for 18 characters of the alphabet', () => {
    expect(() => checkUnionCode('8142')).toThrow('USCC_FORMAT');
    expect(() => checkUnionCode('81420106MC000000IO')).toThrow('USCC_FORMAT');
  });
});
