import { describe, expect, it } from '@jest/globals';
import type { components } from '../../../api/schema.js';
import { keptUntil, seatsToKeep } from './kept-seats.model.js';

const now = new Date('2026-11-20T12:00:00Z');
const seat = {
  id: 'r',
  activityId: 'a',
  activityTitle: '健步走',
  activityState: 'published',
  venue: '体育馆',
  startsAt: '2026-11-21T01:00:00Z',
  endsAt: '2026-11-21T09:00:00Z',
  state: 'confirmed',
  heads: 2,
  checkInCode: 'ABCD2345',
  poolName: '公共名额',
} as components['schemas']['MyRegistrationView'];

describe('what a phone keeps of my seats', () => {
  it.each([
    ['mine, to come', {}, 1],
    ['going on: I may stand at the door', { startsAt: '2026-11-20T11:00:00Z' }, 1],
    ['over', { endsAt: '2026-11-20T11:00:00Z' }, 0],
    ['given up', { state: 'cancelled' }, 0],
    ['waited for', { state: 'waitlisted' }, 0],
    ['of an activity that is cancelled', { activityState: 'cancelled' }, 0],
  ])('one that is %s: %j, kept %i', (_which, changes, count) => {
    expect(seatsToKeep([{ ...seat, ...changes } as typeof seat], now)).toHaveLength(count);
  });

  it('is what the door asks for and nothing else, the soonest first', () => {
    const later = { ...seat, id: 'later', startsAt: '2026-12-01T01:00:00Z', endsAt: '2026-12-01T09:00:00Z' };
    const kept = seatsToKeep([later, seat], now);
    expect(kept.map(({ id }) => id)).toEqual(['r', 'later']);
    expect(kept[0]).not.toHaveProperty('poolName');
    expect(kept[0]).not.toHaveProperty('state');
  });

  it('is forgotten a day after the last one: 1 December 09:00 + 1 day', () => {
    const later = { ...seat, endsAt: '2026-12-01T09:00:00Z' };
    expect(keptUntil(seatsToKeep([seat, later], now))).toBe('2026-12-02T09:00:00.000Z');
  });
});
