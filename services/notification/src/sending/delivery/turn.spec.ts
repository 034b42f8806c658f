import { describe, expect, it } from '@jest/globals';
import { turnOf, turns } from './turn.js';

describe('the turn of a message', () => {
  it.each([
    ['seatOffered', 0],
    ['message', 1],
    ['questionAnswered', 2],
    // Both go to thousands, whatever their urgency.
    ['announcement', 3],
    ['announcementNews', 3],
  ] as const)('of %s is %i', (kind, turn) => {
    expect(turnOf(kind)).toBe(turn);
    expect(turns).toContain(turn);
  });
});
