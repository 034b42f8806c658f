import { expect, it } from '@jest/globals';
import { nextNight } from './reconciliation.model.js';

it.each([
  ['2026-11-20T09:00:00+08:00', '2026-11-21T02:30:00+08:00'],
  ['2026-11-21T02:29:59+08:00', '2026-11-21T02:30:00+08:00'],
  ['2026-11-21T02:30:00+08:00', '2026-11-22T02:30:00+08:00'],
  ['2026-11-21T08:30:00+08:00', '2026-11-22T02:30:00+08:00'],
])('after %s the next night is at %s', (now, night) => {
  expect(nextNight(new Date(now))).toEqual(new Date(night));
});
