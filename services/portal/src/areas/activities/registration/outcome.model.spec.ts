import { expect, it } from '@jest/globals';
import { outcomeOf } from './outcome.model.js';

it.each([
  [{ attended: true }, 'attended'],
  [{ attended: true, state: 'waitlisted' }, 'attended'], // let in at the door
  [{}, 'over'], // the door may still be open
  [{ activityState: 'closed' }, 'missed'],
  [{ state: 'waitlisted' }, 'noSeat'],
  [{ state: 'held' }, 'noSeat'],
  [{ state: 'cancelled' }, 'cancelled'],
  [{ state: 'expired' }, 'expired'],
] as const)('of a registration with %j came: %s', (more, outcome) => {
  expect(outcomeOf({ state: 'confirmed', activityState: 'published', attended: false, ...more })).toBe(
    outcome,
  );
});
