import { expect, it } from '@jest/globals';
import { activity } from '../activities.fixture.js';
import { standingOf } from './standing.model.js';

const now = new Date('2026-11-20T12:00:00Z');
const open = { ...activity, phase: 'signUpOpen', seatsFree: 37 } as const;

it.each([
  ['2026-11-26T13:00:00Z', { unit: 'days', count: 6 }], // 6 days and an hour
  ['2026-11-21T12:00:00Z', { unit: 'days', count: 1 }],
  ['2026-11-21T11:59:00Z', { unit: 'hours', count: 23 }],
  ['2026-11-20T12:59:00Z', { unit: 'soon' }],
  ['2026-11-20T12:00:00Z', null],
])('sign-up until %s: %j is left', (signUpClosesAt, left) => {
  expect(standingOf({ ...open, signUpClosesAt }, now)).toEqual({ seatsFree: 37, left, opensAt: null });
});

it('says when sign-up opens, and nothing of a close that is far behind it', () => {
  const later = {
    ...open,
    phase: 'published',
    seatsFree: null,
    signUpOpensAt: '2026-11-22T00:00:00Z',
  } as const;
  expect(standingOf(later, now)).toEqual({ seatsFree: null, left: null, opensAt: '2026-11-22T00:00:00Z' });
});

it('counts until the close of a draw where one decides, and no seats', () => {
  const times = { opensAt: '2026-11-19T00:00:00Z', closesAt: '2026-11-22T13:00:00Z' };
  const drawn = { ...open, draw: { id: 'draw-1', ...times, decides: true } };
  expect(standingOf(drawn, now)).toEqual({
    seatsFree: null,
    left: { unit: 'days', count: 2 },
    opensAt: null,
  });
  const ahead = { ...drawn, draw: { ...drawn.draw, opensAt: '2026-11-21T00:00:00Z' } };
  expect(standingOf(ahead, now)).toEqual({ seatsFree: null, left: null, opensAt: '2026-11-21T00:00:00Z' });
  const over = { ...drawn, draw: { ...drawn.draw, decides: false } };
  expect(standingOf(over, now).seatsFree).toBe(37);
});
