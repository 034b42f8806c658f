import { describe, expect, it } from '@jest/globals';
import { choosePool } from './pool.model.js';

const district = { unionId: 'district', unionPath: '1.4.' };
const factory = { unionId: 'factory', unionPath: '1.4.9.' };
const common = { unionId: null, unionPath: null };

describe('the pool that a seat comes from', () => {
  it.each([
    ['1.4.9.2.', [common, district, factory], factory], // 1.4.9. is longer than 1.4.
    ['1.4.1.', [common, district, factory], district],
    ['1.5.', [common, district, factory], common],
    ['1.40.', [common, district], common], // 1.40. is no part of 1.4.: the dot ends a number
    [null, [district, common], common],
  ])('of a person at %s', (path, pools, expected) => {
    expect(choosePool(pools, path)).toBe(expected);
  });

  it('is none where no union above him has one and there is no common pool', () => {
    expect(() => choosePool([district, factory], '1.5.')).toThrow('NO_POOL_FOR_YOU');
  });
});
