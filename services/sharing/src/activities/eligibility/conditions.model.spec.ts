import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@gongxiang/domain';
import {
  areNone,
  neighbourRuleOf,
  type PersonFacts,
  type Judged,
  judgeEligibility,
  requireEligible,
  requireGroupsOfHosts,
  requireNeighbourhood,
  requireNotOver,
  requireSensible,
} from './conditions.model.js';

const noRules = { unionIds: [], sizeClasses: [], ageFrom: null, ageTo: null, sex: null, noShow: null };
const person: Judged = {
  unionPath: '1.2.7.',
  sizeClass: 'small',
  sex: 'female',
  birthDate: '1991-11-24',
  longitude: 114,
  latitude: 31,
  employmentKind: 'regular',
  isInClub: false,
  isInGroup: false,
  blockedUntil: null,
};
const nowhere = { place: null, parkPath: null };

function unmet(
  rules: Partial<PersonFacts['rules']>,
  who: Partial<Judged> = {},
  { unionPaths = [], neighbourhood = nowhere }: Partial<PersonFacts> = {},
): string[] {
  const now = new Date('2026-11-20T00:00:00Z');
  const all = { ...noRules, ...rules };
  const facts = { rules: all, unionPaths, neighbourhood, day: '2026-11-24', now };
  return judgeEligibility(facts, { ...person, ...who }).map(({ code }) => code);
}

describe('who may come', () => {
  it('is everybody where nothing is asked', () => {
    const nothingKnown = { unionPath: null, sizeClass: null, sex: null, birthDate: null };
    expect(unmet({}, nothingKnown)).toEqual([]);
    expect(areNone(noRules)).toBe(true);
    expect(areNone({ ...noRules, neighbours: null, clubIds: [], employmentKinds: [] })).toBe(true);
    expect(areNone({ ...noRules, ageFrom: 0 })).toBe(false);
    expect(areNone({ ...noRules, clubIds: ['c'] })).toBe(false);
    expect(areNone({ ...noRules, groupIds: ['g'] })).toBe(false);
    expect(areNone({ ...noRules, neighbours: { withinKm: 5, samePark: false } })).toBe(false);
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
    expect(unmet({ unionIds: ['any'] }, { unionPath }, { unionPaths: paths })).toEqual(
      holds ? [] : ['NOT_OF_THESE_UNIONS'],
    );
  });

  it.each<[string, Partial<PersonFacts['rules']>, string[], boolean]>([
    ['is of its unions', { unionIds: ['any'] }, ['1.4.'], true],
    ['and of their own', { unionIds: ['any'] }, ['1.2.'], true],
    ['and of no third', { unionIds: ['any'] }, ['1.5.'], false],
    ['of its size', { sizeClasses: ['micro'] }, [], true],
    ['and of no third size', { sizeClasses: ['large'] }, [], false],
    // The union that serves them is where the organiser is, their own nine degrees north of it.
    ['as near as it is', { neighbours: { withinKm: 1, samePark: false } }, [], true],
    ['and in its park', { neighbours: { withinKm: null, samePark: true } }, [], true],
  ])('who is served by another union is also judged by that: %s', (_name, rules, unionPaths, holds) => {
    const serving = { unionPath: '1.4.9.', sizeClass: 'micro', longitude: 114, latitude: 31 } as const;
    const neighbourhood = { place: { longitude: 114, latitude: 31 }, parkPath: '1.4.' };
    const facts = { unionPaths, neighbourhood };
    expect(unmet(rules, { latitude: 40, serving }, facts)).toHaveLength(holds ? 0 : 1);
    expect(unmet(rules, { latitude: 40, serving: null }, facts)).toHaveLength(
      unionPaths[0] === '1.2.' ? 0 : 1,
    );
  });

  it.each([
    // A degree of a meridian is 2π · 6371.0088 / 360 = 111.195 km.
    [112, { latitude: 30 }, null],
    [111, { latitude: 30 }, 'NOT_A_NEIGHBOUR'],
    [1, { latitude: 31 }, null], // the organiser's own members
    [500, { latitude: 26.5 }, 'NOT_A_NEIGHBOUR'], // 500.4 km
    [5, { latitude: null, longitude: null }, 'PLACE_UNKNOWN'],
  ])('within %i km of the organiser, at %j: %s', (withinKm, at, code) => {
    const neighbourhood = { place: { longitude: 114, latitude: 31 }, parkPath: null };
    const rules = { neighbours: { withinKm, samePark: false } };
    expect(unmet(rules, at, { neighbourhood })).toEqual(code === null ? [] : [code]);
    expect(unmet(rules, at)).toEqual(['PLACE_UNKNOWN']); // the organiser's place is no longer known
  });

  it.each([
    ['1.2.', '1.2.7.', true],
    ['1.2.', '1.2.', true], // the park's own members
    ['1.2.', '1.23.', false], // a path that only begins alike
    ['1.2.', null, false],
    [null, '1.2.7.', false], // the organiser is no longer in a park
  ])('in the park %s is %s: %s', (parkPath, unionPath, holds) => {
    const rules = { neighbours: { withinKm: null, samePark: true } };
    const neighbourhood = { place: null, parkPath };
    expect(unmet(rules, { unionPath }, { neighbourhood })).toEqual(holds ? [] : ['NOT_IN_THE_PARK']);
  });

  it.each([
    [true, []],
    [false, ['NOT_IN_THESE_CLUBS']],
  ])('of the clubs, being in one of them (%s): %j', (isInClub, codes) => {
    expect(unmet({ clubIds: ['c'] }, { isInClub })).toEqual(codes);
    expect(unmet({ clubIds: [] }, { isInClub })).toEqual([]);
  });

  it.each([
    [true, []],
    [false, ['NOT_IN_THESE_GROUPS']],
  ])('of the groups, being in one of them (%s): %j', (isInGroup, codes) => {
    expect(unmet({ groupIds: ['g'] }, { isInGroup })).toEqual(codes);
    expect(unmet({ groupIds: [] }, { isInGroup })).toEqual([]);
  });

  it.each([
    [['1.2.7.'], ['1.2.'], null], // below a host
    [['1.2.'], ['1.2.', '1.3.'], null],
    [['1.3.4.', '1.2.'], ['1.3.'], '/groupIds/1'],
    [['1.'], ['1.3.'], '/groupIds/0'], // above it
  ])('has groups at %j named by hosts at %j, refused at %s', (paths, hosts, pointer) => {
    const name = () =>
      requireGroupsOfHosts(
        paths.map((unionPath) => ({ unionPath })),
        hosts,
      );
    if (pointer === null) expect(name).not.toThrow();
    else
      expect(name).toThrow(
        expect.objectContaining({
          code: 'ELIGIBLE_GROUP_OF_OTHERS',
          errors: [{ pointer, code: 'ELIGIBLE_GROUP_OF_OTHERS', params: {} }],
        }),
      );
  });

  it.each([
    ['newForm', []],
    ['regular', ['NOT_OF_THESE_EMPLOYMENT_KINDS']],
    [null, ['EMPLOYMENT_UNKNOWN']],
  ] as const)('for new forms of work, who is %s: %j', (employmentKind, codes) => {
    expect(unmet({ employmentKinds: ['newForm', 'partTime'] }, { employmentKind })).toEqual(codes);
  });

  it.each([
    [['small', 'micro'], 'micro', true],
    [['small'], 'large', false],
    [['small'], null, false], // a union without an enterprise has no size
  ] as const)('of %j is %s: %s', (sizeClasses, sizeClass, holds) => {
    expect(unmet({ sizeClasses }, { sizeClass })).toEqual(holds ? [] : ['NOT_OF_THESE_SIZE_CLASSES']);
  });

  it.each([
    // 2026 − 1991 = 35 exactly on the birthday, the day of the activity
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
    ['2026-11-20T00:00:00Z', []], // from that moment on they may again
  ])('E35: blocked until %s: %j', (until, codes) => {
    expect(unmet({}, { blockedUntil: new Date(until) })).toEqual(codes);
  });

  it('names every condition that is not met, with its bound and nothing of the person', () => {
    const rules = { ...noRules, sex: 'male', ageFrom: 18, ageTo: 30, sizeClasses: ['large'] } as const;
    const facts = { rules, unionPaths: [], neighbourhood: null, day: '2026-11-24', now: new Date() };
    try {
      requireEligible(judgeEligibility(facts, person));
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
  it.each([
    [undefined, null],
    [null, null],
    [{ withinKm: 5 }, { withinKm: 5, samePark: false }],
    [{ samePark: true }, { withinKm: null, samePark: true }],
    [
      { withinKm: 5, samePark: false },
      { withinKm: 5, samePark: false },
    ],
    [
      { withinKm: null, samePark: true },
      { withinKm: null, samePark: true },
    ],
  ])('say one thing of neighbours: %j', (said, rule) => {
    expect(neighbourRuleOf(said)).toEqual(rule);
  });

  it.each([[{}], [{ withinKm: 5, samePark: true }], [{ samePark: false }]])('not %j', (said) => {
    expect(() => neighbourRuleOf(said)).toThrow('NEIGHBOURS_ONE_OF');
  });

  it('ask for neighbours only where the organiser can have some', () => {
    const [near, park] = [
      { withinKm: 5, samePark: false },
      { withinKm: null, samePark: true },
    ];
    expect(() => requireNeighbourhood(near, nowhere)).toThrow('ORGANISER_PLACE_UNKNOWN');
    expect(() => requireNeighbourhood(park, nowhere)).toThrow('ORGANISER_PARK_UNKNOWN');
    const somewhere = { place: { longitude: 0, latitude: 0 }, parkPath: '1.' };
    for (const rule of [near, park]) expect(() => requireNeighbourhood(rule, somewhere)).not.toThrow();
  });

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
