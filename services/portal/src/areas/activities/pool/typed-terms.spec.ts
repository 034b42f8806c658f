import { expect, it } from '@jest/globals';
import { offerHoursOf, termsFormOf, termsOf } from './typed-terms.js';
import type { Pool } from './use-pools.js';

const pool = {
  opensAt: '2026-11-20T01:00:00.000Z',
  releasesAt: null,
  offerHours: 24,
  promotionUntil: null,
} as Pool;

it('reads the terms of a pool as clocks of its activity show them, and back', () => {
  const form = termsFormOf(pool, 'Asia/Shanghai');
  expect(form).toEqual({ opensAt: '2026-11-20T09:00', releasesAt: '', offerHours: '24', promotionUntil: '' });
  const { opensAt, releasesAt, offerHours, promotionUntil } = pool;
  expect(termsOf(form, 'Asia/Shanghai')).toEqual({ opensAt, releasesAt, offerHours, promotionUntil });
});

it('leaves alone what is not shown', () => {
  expect(termsOf({ offerHours: '' }, 'Asia/Shanghai')).toEqual({
    opensAt: null,
    offerHours: null,
    promotionUntil: null,
  });
});

it.each([
  ['', null],
  [' 24 ', 24],
  ['336', 336],
  ['337', undefined],
  ['0', undefined],
  ['1.5', undefined],
  ['soon', undefined],
])('reads %j as %p hours', (text, hours) => {
  expect(offerHoursOf(text)).toBe(hours);
});
