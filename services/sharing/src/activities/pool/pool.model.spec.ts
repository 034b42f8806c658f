import { describe, expect, it } from '@jest/globals';
import { areAlike, choosePool, isForEverybody, type PoolPlace, requirePoolTimes } from './pool.model.js';

const common: PoolPlace = {
  unionId: null,
  unionPath: null,
  clubId: null,
  sizeClasses: [],
  sex: null,
  releasedAt: null,
};
const district = { ...common, unionId: 'district', unionPath: '1.4.' };
const factory = { ...common, unionId: 'factory', unionPath: '1.4.9.' };
const inNone: ReadonlySet<string> = new Set();

/** The pool of a person at a path who is in no club. */
function chosen(pools: readonly PoolPlace[], unionPath: string | null, sex: PoolPlace['sex'] = null) {
  return choosePool(pools, { unionPath, sizeClass: null, sex }, inNone);
}

describe('the pool that a seat comes from', () => {
  it.each([
    ['1.4.9.2.', [common, district, factory], factory], // 1.4.9. is longer than 1.4.
    ['1.4.1.', [common, district, factory], district],
    ['1.5.', [common, district, factory], common],
    ['1.40.', [common, district], common], // 1.40. is no part of 1.4.: the dot ends a number
    [null, [district, common], common],
  ])('of a person at %s', (path, pools, expected) => {
    expect(chosen(pools, path)).toBe(expected);
  });

  it('is none where no union above the person has one and there is no common pool', () => {
    expect(chosen([district, factory], '1.5.')).toBeNull();
  });

  it('E15: is no more the one whose seats went to the common pool', () => {
    const released = { ...factory, releasedAt: new Date(0) };
    expect(chosen([common, district, released], '1.4.9.')).toBe(district);
    expect(chosen([common, released], '1.4.9.')).toBe(common);
  });
});

describe('the pool of somebody who is served by a second union', () => {
  // Their own is 1.5.3., an agency's; the factory 1.4.9. serves them.
  const agency = { ...common, unionId: 'agency', unionPath: '1.5.3.' };
  const city = { ...common, unionId: 'city', unionPath: '1.' };
  const small: PoolPlace = { ...factory, sizeClasses: ['small'] };
  it.each<[string, PoolPlace[], PoolPlace | null]>([
    ['is that of the serving union, before their own', [common, agency, factory], factory],
    ['or of one above it alone', [common, agency, district], district],
    ['the nearer of those', [district, factory, agency], factory],
    ['is their own where the other has none', [common, city, agency], agency],
    ['before one of a union above both, which comes before the common one', [common, city], city],
    ['goes by the size of the union that serves them there', [common, small], small],
    ['is none where neither has one', [{ ...common, unionId: 'x', unionPath: '1.6.' }], null],
  ])('%s', (_name, pools, expected) => {
    const serving = { unionPath: '1.4.9.', sizeClass: 'small' as const };
    const seeker = { unionPath: '1.5.3.', sizeClass: 'large' as const, sex: null, serving };
    expect(choosePool(pools, seeker, inNone)).toBe(expected);
  });
});

describe('the pools of matchmaking', () => {
  const women = { ...common, sex: 'female' as const };
  const men = { ...common, sex: 'male' as const };
  const womenOfDistrict = { ...district, sex: 'female' as const };

  it.each([
    ['female', [women, men], women],
    ['male', [women, men], men],
    [null, [women, men], null], // a person without a recorded sex fits no pool of a sex
    [null, [women, men, common], common],
    ['female', [common, women], women], // of two equally near, the one of her sex
    ['female', [women, district], district], // the nearer union goes before
    ['female', [district, womenOfDistrict], womenOfDistrict],
    ['male', [women, womenOfDistrict], null],
  ] as const)('of a person on record as %s', (sex, pools, expected) => {
    expect(chosen(pools, '1.4.1.', sex)).toBe(expected);
  });
});

describe('the pools of clubs and of sizes', () => {
  const runners = { ...common, clubId: 'runners' };
  const readers = { ...common, clubId: 'readers' };
  const small: PoolPlace = { ...common, sizeClasses: ['small', 'micro'] };
  const micro: PoolPlace = { ...common, sizeClasses: ['micro'] };
  const smallOfDistrict: PoolPlace = { ...district, sizeClasses: ['small'] };

  it.each([
    [['runners'], null, [common, factory, runners], runners], // before the nearest union
    [[], null, [runners, common], common],
    [['readers', 'runners'], null, [runners, readers], runners], // in both: the one created first
    [['runners'], null, [{ ...runners, releasedAt: new Date(0) }, common], common],
    [[], 'small', [common, small], small],
    [[], 'micro', [small, micro], micro], // of fewer sizes
    [[], 'large', [small, common], common],
    [[], null, [small, micro], null], // a union without an enterprise has no size
    [[], 'small', [district, smallOfDistrict, small], smallOfDistrict], // equally near, and more specific
    [[], 'small', [small, district], district], // the nearer union goes before
    [['runners'], 'small', [small, runners], runners],
  ] as const)('of somebody in %j, of a %s enterprise', (clubs, sizeClass, pools, expected) => {
    const seeker = { unionPath: '1.4.9.', sizeClass, sex: null };
    expect(choosePool<PoolPlace>(pools, seeker, new Set(clubs))).toEqual(expected);
  });

  it('are not for everybody, and each is there once', () => {
    expect([common, runners, small, district].map(isForEverybody)).toEqual([true, false, false, false]);
    expect(areAlike(small, { ...common, sizeClasses: ['small', 'micro'] })).toBe(true);
    expect([runners, micro, smallOfDistrict, common].filter((one) => areAlike(one, small))).toEqual([]);
  });
});

describe('the times of a pool', () => {
  const activity = { startsAt: new Date('2026-12-01'), signUpClosesAt: new Date('2026-11-30') };
  const pool = { ...district, opensAt: null, releasesAt: null, promotionUntil: null };

  it.each([
    [{}, null],
    [{ opensAt: new Date('2026-11-29') }, null],
    [{ opensAt: new Date('2026-11-30') }, 'PERIOD_EMPTY'], // it would open when sign-up closes
    [{ releasesAt: new Date('2026-12-01') }, null], // at the start there is nothing left to do
    [{ releasesAt: new Date('2026-12-02') }, 'POOL_TIME_AFTER_START'],
    [{ releasesAt: new Date('2026-11-29'), unionId: null }, 'COMMON_POOL_RELEASED'],
    [{ releasesAt: new Date('2026-11-29'), unionId: null, clubId: 'runners' }, null],
    [{ releasesAt: new Date('2026-11-29'), unionId: null, sizeClasses: ['micro' as const] }, null],
    [{ releasesAt: new Date('2026-11-29'), sex: 'female' as const }, 'POOL_OF_SEX_RELEASED'],
    [{ promotionUntil: new Date('2026-12-02') }, 'POOL_TIME_AFTER_START'],
  ])('%j: %s', (changed, code) => {
    const check = (): void => requirePoolTimes({ ...pool, ...changed }, activity);
    if (code === null) expect(check).not.toThrow();
    else expect(check).toThrow(code);
  });
});
