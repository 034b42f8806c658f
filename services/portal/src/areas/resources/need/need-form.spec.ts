import { describe, expect, it } from '@jest/globals';
import { searchOf } from '../../../kit/filters.model.js';
import {
  actsOf,
  districtIn,
  editOf,
  filtersOf,
  inOrder,
  type Match,
  outcomeAddress,
  postOf,
  weightOf,
} from './need-form.js';

describe('the address of the list', () => {
  it.each(['state=closed&function=people', 'q=%E5%8E%85&forMe=true', ''])('keeps “%s”', (search) => {
    expect(searchOf(filtersOf(new URLSearchParams(search))).toString()).toBe(search);
  });

  it('leaves out what it does not know', () => {
    expect(filtersOf(new URLSearchParams('state=lost&function=magic'))).toEqual({});
  });
});

describe('the form of a need', () => {
  const form = {
    title: ' Hall ',
    wants: [{ kind: 'venue' as const, capacity: '200' }, { skill: 'yoga' }, { kind: 'money' as const }],
    windows: [{ from: '2026-11-21T09:00', to: '2026-11-21T12:00' }, { from: '2026-11-22T09:00' }],
    headcount: '180',
    budget: '1,000.5',
  };

  it('sends instants of Beijing time, and leaves out lines that are not filled', () => {
    expect(editOf(form)).toEqual({
      title: 'Hall',
      text: null,
      wants: [
        { kind: 'venue', function: 'facility', business: null, capacity: 200, quantity: null, skill: null },
      ],
      windows: [{ from: '2026-11-21T01:00:00.000Z', to: '2026-11-21T04:00:00.000Z' }],
      flexible: [],
      audience: 'everyone',
      headcount: 180,
    });
  });

  it('sends a range of days with its weekdays', () => {
    const days = { fromDay: '2026-12-05', toDay: '2026-12-20', fromTime: '10:00', toTime: '17:00' };
    const flexible = [{ ...days, minutes: '90', days: 'weekend' as const }, {}];
    expect(editOf({ ...form, flexible }).flexible).toEqual([
      { ...days, minutes: 90, weekdays: ['saturday', 'sunday'] },
    ]);
  });

  it('is a request once somebody seeks it, its budget in fen', () => {
    expect(postOf(form)).toBeNull();
    const party = { kind: 'union' as const, id: 'u', name: 'A' };
    expect(postOf({ ...form, party })).toMatchObject({
      party: { kind: 'union', id: 'u' },
      budget: { amount: '100050', currency: 'CNY' },
    });
  });
});

it.each([
  ['江城市青山区钢桥路 18 号', '青山区'],
  ['青林区 钢桥大道 8 号', '青林区'],
  ['湖北省江城市大河县一路', '大河县'],
  ['钢桥路 18 号', undefined],
])('the district of %s is %s', (address, district) => {
  expect(districtIn(address)).toBe(district);
});

describe('what may be done with an offer', () => {
  const seeker = { isSeeker: true, isOwner: false };
  const owner = { isSeeker: false, isOwner: true };
  const offer = { kind: 'resource' } as const;
  it.each([
    { state: 'suggested', sides: seeker, acts: ['decline'] },
    { state: 'suggested', sides: owner, acts: ['propose', 'decline'] },
    { state: 'proposed', sides: seeker, acts: ['accept', 'decline'] },
    { state: 'proposed', sides: owner, acts: ['decline'] },
    { state: 'accepted', sides: seeker, acts: [] },
    { state: 'declined', sides: owner, acts: [] },
    { state: 'proposed', sides: { isSeeker: false, isOwner: false }, acts: [] },
  ] as const)('$state, $sides → $acts', ({ state, sides, acts }) => {
    expect(actsOf({ state, offer }, { state: 'open' }, sides)).toEqual(acts);
  });

  it('is nothing once the need is closed', () => {
    expect(actsOf({ state: 'proposed', offer }, { state: 'closed' }, seeker)).toEqual([]);
  });

  it('is to accept at once what is offered to everybody', () => {
    const brand = { state: 'suggested', offer: { kind: 'brand' } } as const;
    expect(actsOf(brand, { state: 'open' }, seeker)).toEqual(['accept', 'decline']);
  });

  it('leads on to what it became', () => {
    const match = { needId: 'n', offer: { kind: 'brand', id: 'b', title: '' } } as const;
    const at = { id: 'x', activityId: 'a', from: null, to: null };
    expect(outcomeAddress({ ...at, kind: 'coHostDraft' }, match)).toBe('/activities/a/organise');
    expect(outcomeAddress({ ...at, kind: 'adoptionRequest' }, match)).toBe('/brands/b');
    expect(outcomeAddress({ ...at, kind: 'loanRequest' }, match)).toBe('/resources/x?need=n#borrow');
  });
});

describe('the offers', () => {
  it('stand with what is settled first, the best of each before the others', () => {
    const match = (id: string, state: Match['state'], score: number) => ({ id, state, score }) as Match;
    const sorted = inOrder([
      match('no', 'declined', 99),
      match('weak', 'suggested', 10),
      match('asked', 'proposed', 40),
      match('good', 'suggested', 80),
      match('yes', 'accepted', 20),
    ]);
    expect(sorted.map(({ id }) => id)).toEqual(['yes', 'asked', 'good', 'weak', 'no']);
  });

  it.each([
    { code: 'FREE', points: 5, weight: 'for' },
    { code: 'NO_RIGHT_YET', points: 0, weight: 'against' },
    { code: 'OTHER_BUSINESS', points: -10, weight: 'against' },
    { code: 'AVAILABLE_IN_PART', points: 8, weight: 'against' },
    { code: 'DISTANCE', points: 0, weight: 'told' },
  ] as const)('$code with $points points speaks $weight', ({ weight, ...reason }) => {
    expect(weightOf(reason)).toBe(weight);
  });
});
