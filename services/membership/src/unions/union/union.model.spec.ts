import { describe, expect, it } from '@jest/globals';
import type { UnionRow } from './union.entity.js';
import {
  changedAtOnce,
  changedBy,
  confirmedCode,
  childPath,
  checkMove,
  checkUnionCode,
  decidedAbove,
  placeColumns,
  levelOf,
  parkOf,
  placeOf,
  waitingFields,
} from './union.model.js';

describe('what goes from one union to another', () => {
  it.each([
    ['1.4.2.', '1.4.3.', '1.4.'], // sisters: the union above both
    ['1.4.2.', '1.4.', '1.4.'], // to the union above, which takes them in and decides
    ['1.4.2.', '1.5.', '1.'], // to another branch
    ['1.4.', '1.4.2.', '1.'], // to a union below: still above the one that loses its members
  ])('from %s to %s is decided at %s', (from, to, at) => {
    expect(decidedAbove(from, to)).toBe(at);
  });
});

describe('a union that is to move', () => {
  const at = (path: string, part: Partial<UnionRow> = {}): UnionRow =>
    ({ path, parentId: 'above', active: true, name: '青山区总工会', ...part }) as UnionRow;
  const codeOf = (act: () => void): string | null => {
    try {
      act();
      return null;
    } catch (error) {
      return (error as { readonly code: string }).code;
    }
  };

  it.each([
    [at('1.4.2.'), at('1.5.'), null],
    [at('1.4.2.'), at('1.'), null],
    [at('1.4.2.'), at('1.4.21.'), null], // a sister whose number begins alike
    [at('1.4.2.'), at('1.4.2.'), 'UNION_MOVE_WITHIN'],
    [at('1.4.2.'), at('1.4.2.7.'), 'UNION_MOVE_WITHIN'],
    [at('1.', { parentId: null }), at('1.4.'), 'UNION_MOVE_OF_ROOT'],
    [at('1.4.2.'), at('1.5.', { active: false }), 'PARTY_CLOSED'],
  ])('from $path below $path: %s', (union, target, code) => {
    expect(codeOf(() => checkMove(union, target))).toBe(code);
  });
});

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

describe('the park in which a union lies', () => {
  const [outer, inner, other] = [{ path: '1.4.' }, { path: '1.4.2.' }, { path: '1.42.' }];

  it.each([
    ['1.4.7.', [outer, inner, other], outer],
    ['1.4.2.1.', [outer, inner], inner], // the nearest
    ['1.4.2.', [inner], inner], // a park lies in itself
    ['1.42.1.', [outer], null], // a path that only begins alike
    ['1.4.', [inner], null],
    ['1.4.7.', [], null],
  ])('at %s, of %j, is %j', (path, parks, expected) => {
    expect(parkOf(path, parks)).toBe(expected);
  });
});

describe('where a union is to be found', () => {
  const before = {
    name: '甲',
    version: 3,
    tier: 'park',
    longitude: 114.31,
    latitude: 30.54,
    address: '一号',
  } as UnionRow;

  it.each([
    [{ name: '乙' }, { name: '乙', tier: 'park', longitude: 114.31, address: '一号' }],
    [{ tier: null }, { name: '甲', tier: null, longitude: 114.31 }],
    [{ place: { longitude: 1, latitude: 2 } }, { longitude: 1, latitude: 2, address: null }],
    [{ place: null }, { tier: 'park', longitude: null, latitude: null, address: null }],
  ])('%j changes what it says, and leaves the rest', (request, expected) => {
    expect(changedBy(before, request)).toMatchObject({ ...expected, version: 4 });
  });

  it.each([[{}], [{ name: null }], [{ uscc: null }]])('%j says nothing, and is refused', (request) => {
    expect(() => changedBy(before, request)).toThrow('VALIDATION_FAILED');
  });

  it('is kept as it is told', () => {
    const place = { longitude: 114.31, latitude: 30.54, address: null };
    expect(placeOf(placeColumns(place))).toEqual(place);
    expect(placeOf(placeColumns(null))).toBeNull();
    expect(placeOf(placeColumns({ longitude: 0, latitude: 0 }))).toEqual({
      longitude: 0,
      latitude: 0,
      address: null,
    });
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

  it('counts as reviewed once another officer has confirmed one that fails its check', () => {
    expect(confirmedCode('81420106MC00000017').usccCheck).toBe('reviewed');
    expect(confirmedCode('81420106MC0000001X').usccCheck).toBe('passed');
  });

  it('keeps its check where the same code is sent again', () => {
    const reviewed = {
      name: '甲',
      version: 1,
      uscc: '81420106MC00000017',
      usccCheck: 'reviewed',
    } as UnionRow;
    expect(changedBy(reviewed, { uscc: '81420106mc00000017' }).usccCheck).toBe('reviewed');
  });

  it.each([
    [false, { name: '甲', tier: null, uscc: null, address: '二号' }],
    [true, { name: '乙', tier: 'park', uscc: null, address: '二号' }],
  ])('waits for another person, also where the change is made from above: %s', (isFromAbove, expected) => {
    const before = { name: '甲', tier: null, uscc: null, usccCheck: null, address: '一号' } as UnionRow;
    const code = { uscc: '81420106MC0000001X', usccCheck: 'passed' } as const;
    const wanted = { ...before, ...code, name: '乙', tier: 'park', address: '二号' } as UnionRow;
    expect(changedAtOnce(before, wanted, waitingFields(isFromAbove))).toEqual({ ...before, ...expected });
  });

  it('asks for 18 characters of the alphabet', () => {
    expect(() => checkUnionCode('8142')).toThrow('USCC_FORMAT');
    expect(() => checkUnionCode('81420106MC000000IO')).toThrow('USCC_FORMAT');
  });
});
