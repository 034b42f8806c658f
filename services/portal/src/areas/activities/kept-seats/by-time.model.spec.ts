import { expect, it } from '@jest/globals';
import { splitByTime } from './by-time.model.js';

const now = new Date('2026-11-20T12:00:00Z');

it('tells what is to come, soonest first, from what is over or cancelled, latest first', () => {
  const items = [
    { id: 'inAMonth', state: 'confirmed', startsAt: '2026-12-20T01:00:00Z', endsAt: '2026-12-20T13:00:00Z' },
    { id: 'givenUp', state: 'cancelled', startsAt: '2026-12-01T01:00:00Z', endsAt: '2026-12-01T13:00:00Z' },
    { id: 'tomorrow', state: 'waitlisted', startsAt: '2026-11-21T01:00:00Z', endsAt: '2026-11-21T13:00:00Z' },
    { id: 'goingOn', state: 'confirmed', startsAt: '2026-11-20T01:00:00Z', endsAt: '2026-11-20T13:00:00Z' },
    {
      id: 'overSooner',
      state: 'confirmed',
      activityState: 'closed',
      startsAt: '2026-11-20T01:00:00Z',
      endsAt: '2026-11-20T13:00:00Z',
    },
    { id: 'lastYear', state: 'confirmed', startsAt: '2025-11-20T01:00:00Z', endsAt: '2025-11-20T13:00:00Z' },
    { id: 'lastWeek', state: 'confirmed', startsAt: '2026-11-13T01:00:00Z', endsAt: '2026-11-13T13:00:00Z' },
  ];
  const { ahead, past } = splitByTime(items, now);
  expect(ahead.map(({ id }) => id)).toEqual(['goingOn', 'tomorrow', 'inAMonth']);
  expect(past.map(({ id }) => id)).toEqual(['givenUp', 'overSooner', 'lastWeek', 'lastYear']);
});
