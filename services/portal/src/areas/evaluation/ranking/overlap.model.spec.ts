import { describe, expect, it } from '@jest/globals';
import { notToldApart } from './overlap.model.js';

describe('places that nobody can tell apart', () => {
  it.each<{ what: string; intervals: readonly ([number, number] | null)[]; together: number[] }>([
    {
      what: 'one within the other',
      intervals: [
        [67.8, 87.7],
        [74, 81.8],
      ],
      together: [1],
    },
    {
      what: 'apart',
      intervals: [
        [80, 90],
        [60, 70],
      ],
      together: [],
    },
    {
      what: 'that touch',
      intervals: [
        [70, 90],
        [60, 70],
      ],
      together: [1],
    },
    { what: 'one without an interval', intervals: [[70, 90], null, [60, 70]], together: [] },
    {
      what: 'of three the last two',
      intervals: [
        [90, 95],
        [70, 80],
        [65, 75],
      ],
      together: [2],
    },
    { what: 'one alone', intervals: [[90, 95]], together: [] },
  ])('$what', ({ intervals, together }) => {
    const entries = intervals.map((one, place) => ({
      rank: place + 1,
      interval: one === null ? null : { low: one[0], high: one[1] },
    }));
    expect([...notToldApart(entries)]).toEqual(together);
  });
});
