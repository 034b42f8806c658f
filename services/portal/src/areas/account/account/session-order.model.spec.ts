import { expect, it } from '@jest/globals';
import { inOrderOfUse } from './session-order.model.js';

const session = (id: string, usedAt: string, current = false) => ({ id, usedAt, current });
const [today, yesterday, longAgo] = [
  '2026-11-29T08:00:00Z',
  '2026-11-28T08:00:00Z',
  '2026-09-01T08:00:00Z',
] as const;

it.each([
  ['none', [], []],
  ['this one, though others were used later', [session('a', today), session('b', longAgo, true)], ['b', 'a']],
  [
    'the others by their last use',
    [session('a', longAgo), session('b', today), session('c', yesterday, true), session('d', yesterday)],
    ['c', 'b', 'd', 'a'],
  ],
])('sign-ins are in order: %s', (_case, sessions, expected) => {
  expect(inOrderOfUse(sessions).map(({ id }) => id)).toEqual(expected);
});
