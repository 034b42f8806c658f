import { describe, expect, it } from '@jest/globals';
import { monthsOf, periodOf } from './sharing-period.model.js';
import {
  cellsOf,
  districtsOf,
  monthsWith,
  type OfferedSum,
  type SoughtSum,
} from './supply-and-demand-sums.js';

const sought = (changes: Partial<SoughtSum>): SoughtSum => ({
  by: 'cell',
  function: 'facility',
  business: 'culture',
  district: null,
  month: null,
  needs: 1,
  unmet: 0,
  unmetHeads: 0,
  hours: 2,
  ...changes,
});
const offered = (changes: Partial<OfferedSum>): OfferedSum => ({
  by: 'cell',
  function: 'facility',
  business: 'culture',
  district: null,
  offers: 1,
  lendable: 0,
  hoursFree: 10,
  ...changes,
});

describe('the months of a period', () => {
  it.each<[string, string, string, string[]]>([
    ['within one', '2026-11-03T00:00:00Z', '2026-11-04T00:00:00Z', ['2026-11']],
    ['over the year', '2026-12-31T00:00:00Z', '2027-01-31T00:00:00Z', ['2026-12', '2027-01']],
    // 16:00 UTC is midnight in China
    [
      'that begins in China before it does in UTC',
      '2026-10-31T16:00:00Z',
      '2026-11-01T16:00:00Z',
      ['2026-11'],
    ],
    ['whose end is a beginning', '2026-10-31T16:00:00Z', '2026-12-31T16:00:00Z', ['2026-11', '2026-12']],
    [
      'from the last day of a long month',
      '2027-01-31T00:00:00Z',
      '2027-03-01T00:00:00Z',
      ['2027-01', '2027-02', '2027-03'],
    ],
  ])('%s', (_name, from, to, months) => {
    expect(monthsOf(periodOf({ from, to }))).toEqual(months);
  });

  it('of the longest period are at most 26', () => {
    const longest = periodOf({ from: '2026-01-31T15:59:59Z', to: '2028-02-01T15:59:59Z' });
    expect(monthsOf(longest)).toHaveLength(26); // January 2026 to February 2028
  });
});

describe('a period', () => {
  it.each([
    ['that ends as it begins', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', 'PERIOD_EMPTY'],
    ['of more than 731 days', '2026-01-01T00:00:00Z', '2028-01-02T00:00:01Z', 'SHARING_PERIOD_TOO_LONG'],
  ])('%s is refused', (_name, from, to, code) => {
    expect(() => periodOf({ from, to })).toThrow(expect.objectContaining({ code }));
  });
});

describe('the cells', () => {
  it('set what is sought against what is offered, in the order of function and business, without empty ones', () => {
    const cells = cellsOf(
      [
        sought({ business: null, needs: 3, unmet: 2, hours: 4.6 }),
        sought({ function: 'people', business: 'culture' }),
      ],
      [
        offered({ function: 'information', business: 'education', hoursFree: 9.4 }),
        offered({ function: 'people' }),
      ],
    );
    expect(cells.map((cell) => [cell.function, cell.business, cell.needs, cell.offers])).toEqual([
      ['information', 'education', 0, 1],
      ['facility', null, 3, 0],
      ['people', 'culture', 1, 1],
    ]);
    expect(cells[0]?.hoursFree).toBe(9);
    expect(cells[1]).toMatchObject({ unmet: 2, hoursWanted: 5 });
  });
});

describe('the districts', () => {
  it('come with most unmet first, then most sought, then by name; beyond fifty they are counted', () => {
    const named = ['武昌区', '汉阳区', '青山区'].map((district, index) =>
      sought({ by: 'district', district, unmet: index === 1 ? 5 : 1, needs: 7 - index }),
    );
    const { districts, districtsLeftOut } = districtsOf(named, [
      offered({ by: 'district', district: null, offers: 4 }),
      offered({ by: 'district', district: '青山区', offers: 2 }),
    ]);
    expect(districts.map(({ district, offers }) => [district, offers])).toEqual([
      ['汉阳区', 0],
      ['武昌区', 0],
      ['青山区', 2],
      [null, 4],
    ]);
    expect(districtsLeftOut).toBe(0);
    const many = Array.from({ length: 53 }, (_, index) => sought({ by: 'district', district: `${index}` }));
    expect(districtsOf(many, []).districtsLeftOut).toBe(3);
  });
});

it('months without anything stand there with nothing', () => {
  expect(
    monthsWith(
      ['2026-11', '2026-12'],
      [sought({ by: 'month', month: '2026-12' })],
      [{ month: '2026-11', loans: 2 }],
    ),
  ).toEqual([
    { month: '2026-11', needs: 0, unmet: 0, loans: 2 },
    { month: '2026-12', needs: 1, unmet: 0, loans: 0 },
  ]);
});
