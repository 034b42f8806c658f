import { describe, expect, it } from '@jest/globals';
import { recoveryMs } from './patient.js';

describe('the time of a recovery', () => {
  it.each([
    // Killed at 100: what was under way comes at 103; then silence up to 2,400, 2,297 ms.
    { moments: [50, 90, 103, 2_400, 2_410], recovery: 2_300 },
    // Nothing was under way: silent from the death on, 1,900 ms.
    { moments: [90, 2_000, 2_100], recovery: 1_900 },
    // A short hiccup of 40 ms after it counts for nothing beside 700.
    { moments: [800, 840, 850], recovery: 700 },
  ])('ends the longest silence after the death: $moments', ({ moments, recovery }) => {
    expect(recoveryMs(100, moments)).toBe(recovery);
  });

  it('is none where nobody was answered afterwards', () => {
    expect(() => recoveryMs(100, [50, 90])).toThrow('nobody was answered after the death');
  });
});
