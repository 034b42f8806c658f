import { describe, expect, it } from '@jest/globals';
import { choosePool, type PoolPlace, requirePoolTimes } from './pool.model.js';

const district = { unionId: 'district', unionPath: '1.4.', releasedAt: null, sex: null };
const factory = { unionId: 'factory', unionPath: '1.4.9.', releasedAt: null, sex: null };
const common = { unionId: null, unionPath: null, releasedAt: null, sex: null };

describe('the pool that a seat comes from', () => {
  it.each([
    ['1.4.9.2.', [common, district, factory], factory], // 1.4.9. is longer than 1.4.
    ['1.4.1.', [common, district, factory], district],
    ['1.5.', [common, district, factory], common],
    ['1.40.', [common, district], common], // 1.40. is no part of 1.4.: the dot ends a number
    [null, [district, common], common],
  ])('of a person at %s', (path, pools, expected) => {
    expect(choosePool(pools, path, null)).toBe(expected);
  });

  it('is none where no union above him has one and there is no common pool', () => {
    expect(choosePool([district, factory], '1.5.', null)).toBeNull();
  });

  it('E15: is no more the one whose seats went to the common pool', () => {
    const released = { ...factory, releasedAt: new Date(0) };
    expect(choosePool([common, district, released], '1.4.9.', null)).toBe(district);
    expect(choosePool([common, released], '1.4.9.', null)).toBe(common);
  });
});

describe('the pools of matchmaking', () => {
  const women = { ...common, sex: 'female' as const };
  const men = { ...common, sex: 'male' as const };
  const womenOfDistrict = { ...district, sex: 'female' as const };

  it.each([
    ['female', [women, men], women],
    ['male', [women, men], men],
    [null, [women, men], null], // whose sex is not on record is for no pool of a sex
    [null, [women, men, common], common],
    ['female', [common, women], women], // of two that are as near, the one of her sex
    ['female', [women, district], district], // the nearer union goes before
    ['female', [district, womenOfDistrict], womenOfDistrict],
    ['male', [women, womenOfDistrict], null],
  ] as const)('of a person on record as %s', (sex, pools, expected) => {
    expect(choosePool<PoolPlace>(pools, '1.4.1.', sex)).toBe(expected);
  });
});

describe('the times of a pool', () => {
  const activity = { startsAt: new Date('2026-12-01'), signUpClosesAt: new Date('2026-11-30') };
  const pool = { unionId: 'district', sex: null, opensAt: null, releasesAt: null, promotionUntil: null };

  it.each([
    [{}, null],
    [{ opensAt: new Date('2026-11-29') }, null],
    [{ opensAt: new Date('2026-11-30') }, 'PERIOD_EMPTY'], // it would open when sign-up closes
    [{ releasesAt: new Date('2026-12-01') }, null], // at the start there is nothing left to do
    [{ releasesAt: new Date('2026-12-02') }, 'POOL_TIME_AFTER_START'],
    [{ releasesAt: new Date('2026-11-29'), unionId: null }, 'COMMON_POOL_RELEASED'],
    [{ releasesAt: new Date('2026-11-29'), sex: 'female' as const }, 'POOL_OF_SEX_RELEASED'],
    [{ promotionUntil: new Date('2026-12-02') }, 'POOL_TIME_AFTER_START'],
  ])('%j: %s', (changed, code) => {
    const check = (): void => requirePoolTimes({ ...pool, ...changed }, activity);
    if (code === null) expect(check).not.toThrow();
    else expect(check).toThrow(code);
  });
});
