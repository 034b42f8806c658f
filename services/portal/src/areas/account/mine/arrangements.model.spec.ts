import { describe, expect, it } from '@jest/globals';
import { isWaitingStill } from '../../activities/kept-seats/by-time.model.js';
import {
  arrangementsOf,
  type MyDrawEntry,
  type MyQueuePlace,
  type MyRegistration,
} from './arrangements.model.js';

const now = new Date('2026-11-20T12:00:00Z');
const day = (date: number) => ({
  startsAt: `2026-11-${date}T01:00:00Z`,
  endsAt: `2026-11-${date}T09:00:00Z`,
});
const registration = (id: string, date: number, more: Partial<MyRegistration> = {}) =>
  ({
    id,
    activityId: `of-${id}`,
    state: 'confirmed',
    activityState: 'published',
    attended: false,
    ...day(date),
    ...more,
  }) as MyRegistration;
const entry = (drawId: string, date: number, more: Partial<MyDrawEntry> = {}) =>
  ({
    drawId,
    activityId: `of-${drawId}`,
    state: 'entered',
    drawState: 'open',
    ...day(date),
    ...more,
  }) as MyDrawEntry;
const place = (id: string, date: number, more: Partial<MyQueuePlace> = {}) =>
  ({
    activityId: id,
    activityState: 'published',
    signUpClosesAt: '2026-11-21T00:00:00Z',
    ...day(date),
    ...more,
  }) as MyQueuePlace;

const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

describe('what a person has arranged', () => {
  it('is in one order: what comes next first, what is over from the latest on', () => {
    const { ahead, past } = arrangementsOf(
      {
        registrations: [
          registration('seat', 23),
          registration('past', 18),
          registration('cancelled', 25, { state: 'cancelled' }),
          registration('older', 10),
        ],
        drawEntries: [entry('draw', 22), entry('out', 24, { state: 'out', drawState: 'drawn' })],
        queuePlaces: [place('a', 21), place('b', 26)],
      },
      now,
    );
    expect(ids(ahead)).toEqual(['queue-a', 'draw', 'seat', 'queue-b']);
    expect(ids(past)).toEqual(['cancelled', 'out', 'past', 'older']);
  });

  it('says each thing once: a registration comes before the entry or the place from which it came', () => {
    const { ahead, past } = arrangementsOf(
      {
        registrations: [
          registration('won', 22, { activityId: 'of-draw' }),
          registration('gone', 23, { activityId: 'c', state: 'cancelled' }),
          registration('queued', 24, { activityId: 'b' }),
        ],
        drawEntries: [
          entry('draw', 22, { drawState: 'drawn', result: 'seat' }),
          entry('withdrawn', 22, { state: 'withdrawn' }),
        ],
        queuePlaces: [place('b', 24), place('c', 23)],
      },
      now,
    );
    expect(ids(ahead)).toEqual(['won', 'queue-c', 'queued']);
    expect(ids(past)).toEqual(['gone']);
  });

  it.each([
    [{}, true],
    [{ signUpClosesAt: '2026-11-20T12:00:00Z' }, false],
    [{ activityState: 'cancelled' }, false],
  ] as const)('a place in a queue that is %j is still worth something: %s', (more, isWorth) => {
    expect(isWaitingStill(place('a', 21, more), now)).toBe(isWorth);
  });
});
