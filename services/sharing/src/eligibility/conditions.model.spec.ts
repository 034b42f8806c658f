import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@gongxiang/domain';
import {
  areNone,
  type Grounds,
  type Judged,
  judgeEligibility,
  requireEligible,
  requireNotOver,
  requireSensible,
} from './conditions.model.js';

const noRules = { unionIds: [], sizeClasses: [], ageFrom: null, ageTo: null, sex: null, noShow: null };
const person: Judged = {
  unionPath: '1.2.7.',
  sizeClass: 'small',
  sex: 'female',
  birthDate: '1991-11-24',
  blockedUntil: null,
};

function unmet(
  rules: Partial<Grounds['rules']>,
  who: Partial<Judged> = {},
  unionPaths: string[] = [],
): string[] {
  const now = new Date('2026-11-20T00:00:00Z');
  const grounds = { rules: { ...noRules, ...rules }, unionPaths, day: '2026-11-24', now };
  return judgeEligibility(grounds, { ...person, ...who }).map(({ code }) => code);
}

describe('who may come', () => {
  it('is everybody where nothing is asked', () => {
    const nothingKnown = { unionPath: null, sizeClass: null, sex: null, birthDate: null };
    expect(unmet({}, nothingKnown)).toEqual([]);
    expect(areNone(noRules)).toBe(true);
    expect(areNone({ ...noRules, ageFrom: 0 })).toBe(false);
  });

  it.each([
    [['1.2.'], '1.2.7.', true], // a union below
    [['1.2.7.'], '1.2.7.', true],
    [['1.3.', '1.2.'], '1.2.7.', true], // any of them
    [['1.2.'], '1.23.', false], // a path that only begins alike
    [['1.2.7.1.'], '1.2.7.', false], // above it
    [['1.2.'], null, false],
    [[], '1.2.7.', false], // asked for, but no copy knows the union
  ])('within %j is %s: %s', (paths, unionPath, holds) => {
    expect(unmet({ unionIds: ['any'] }, { unionPath }, paths)).toEqual(holds ? [] : ['NOT_OF_THESE_UNIONS']);
  });

  it.each([
    [['small', 'micro'], 'micro', true],
    [['small'], 'large', false],
    [['small'], null, false], // a union without an enterprise has no size
  ] as const)('of %j is %s: %s', (sizeClasses, sizeClass, holds) => {
    expect(unmet({ sizeClasses }, { sizeClass })).toEqual(holds ? [] : ['NOT_OF_THESE_SIZE_CLASSES']);
  });

  it.each([
    // 2026 − 1991 = 35 on the very birthday, which is the day of the activity
    [18, 35, '1991-11-24', null],
    [18, 35, '1991-11-25', null], // 34
    [18, 35, '1990-11-24', 'AGE_OUTSIDE'], // 36
    [18, 35, '1990-11-25', null], // 35 until the next day
    [18, 35, '2008-11-25', 'AGE_OUTSIDE'], // 17, and 18 the next day
    [18, 35, null, 'AGE_UNKNOWN'],
    [60, null, '1991-11-24', 'AGE_BELOW'],
    [null, 30, '1991-11-24', 'AGE_ABOVE'],
    [35, 35, '1991-11-24', null],
  ])('E23: from %s to %s on the day of the activity, born %s: %s', (ageFrom, ageTo, birthDate, code) => {
    expect(unmet({ ageFrom, ageTo }, { birthDate })).toEqual(code === null ? [] : [code]);
  });

  it.each([
    ['female', 'female', null],
    ['female', 'male', 'SEX_DIFFERENT'],
    ['male', null, 'SEX_UNKNOWN'],
  ] as const)('for %s only, asked by %s: %s', (asked, sex, code) => {
    expect(unmet({ sex: asked }, { sex })).toEqual(code === null ? [] : [code]);
  });

  it.each([
    ['2026-11-20T00:00:01Z', ['NO_SHOW_BLOCKED']],
    ['2026-11-20T00:00:00Z', []], // from that moment on he may again
  ])('E35: blocked until %s: %j', (until, codes) => {
    expect(unmet({}, { blockedUntil: new Date(until) })).toEqual(codes);
  });

  it('names every condition that is not met, with its bound and nothing of the person', () => {
    const rules = { ...noRules, sex: 'male', ageFrom: 18, ageTo: 30, sizeClasses: ['large'] } as const;
    const grounds = { rules, unionPaths: [], day: '2026-11-24', now: new Date() };
    try {
      requireEligible(judgeEligibility(grounds, person));
      throw new Error('must be refused');
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      expect([error.code, error.errors.map(({ code, params }) => [code, params])]).toEqual([
        'NOT_ELIGIBLE',
        [
          ['NOT_OF_THESE_SIZE_CLASSES', {}],
          ['AGE_OUTSIDE', { ageFrom: 18, ageTo: 30 }],
          ['SEX_DIFFERENT', {}],
        ],
      ]);
    }
  });
});

describe('the rules', () => {
  it('have an age range that is not empty', () => {
    expect(() => requireSensible({ ageFrom: 35, ageTo: 18 })).toThrow('AGE_RANGE_EMPTY');
    expect(() => requireSensible({ ageFrom: 18, ageTo: 18 })).not.toThrow();
  });

  it.each([
    ['draft', '2026-11-30T00:00:00Z', true],
    ['published', '2026-11-24T01:59:59Z', true],
    ['published', '2026-11-24T02:00:00Z', false],
    ['closed', '2026-11-20T00:00:00Z', false],
    ['cancelled', '2026-11-20T00:00:00Z', false],
  ])('of a %s activity at %s can be changed: %s', (state, now, may) => {
    const attempt = (): void =>
      requireNotOver({ state, endsAt: new Date('2026-11-24T02:00:00Z') }, new Date(now));
    if (may) expect(attempt).not.toThrow();
    else expect(attempt).toThrow('ELIGIBILITY_OVER');
  });
});
