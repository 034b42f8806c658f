import { describe, expect, it } from '@jest/globals';
import { filtersOf, periodOf, searchOf, standingOf } from './cells.js';

describe('the address', () => {
  it.each([
    [''],
    ['span=past&district=青山区'],
    ['function=facility&business=culture'],
    ['span=year&function=people&business=any'],
  ])('says what is looked at: %s', (search) => {
    expect(new URLSearchParams(searchOf(filtersOf(new URLSearchParams(search)))).toString()).toBe(
      new URLSearchParams(search).toString(),
    );
  });

  it('that says nothing sensible shows the days ahead', () => {
    const search = new URLSearchParams('span=century&function=facility&business=magic');
    expect(filtersOf(search)).toEqual({ span: 'ahead', district: null, cell: null });
  });
});

it('a period goes from midnight in China to midnight', () => {
  // 20:00 UTC is 04:00 on the 22nd in China
  expect(periodOf('ahead', new Date('2026-11-21T20:00:00Z'))).toEqual({
    from: '2026-11-21T16:00:00.000Z',
    to: '2027-02-19T16:00:00.000Z', // 90 days later
  });
});

describe('a cell', () => {
  it.each([
    ['missing', 2, 1, 0],
    ['short', 5, 4, 3],
    ['enough', 5, 3, 3],
    ['enough', 2, 0, 0],
    ['idle', 0, 0, 1],
    ['none', 0, 0, 0],
  ] as const)('is %s', (standing, needs, unmet, offers) => {
    expect(standingOf({ needs, unmet, offers })).toBe(standing);
  });

  it('that is not there has nothing', () => expect(standingOf(undefined)).toBe('none'));
});
