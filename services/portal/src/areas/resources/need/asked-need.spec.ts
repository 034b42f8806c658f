import { describe, expect, it } from '@jest/globals';
import { askedNeed, askedOf, kindOfResource } from './asked-need.js';

const resource = '019a0000-0000-7000-8000-000000000001';

describe('what the own union is asked to borrow', () => {
  it.each([
    ['', null],
    ['resource=7', null],
    [`resource=${resource}`, { resourceId: resource, from: null, to: null }],
    [
      `resource=${resource}&from=2026-12-05T01:00:00Z&to=2026-12-05T03:00:00Z`,
      { resourceId: resource, from: '2026-12-05T01:00:00Z', to: '2026-12-05T03:00:00Z' },
    ],
    [
      `resource=${resource}&from=2026-12-05T03:00:00Z&to=2026-12-05T01:00:00Z`,
      { resourceId: resource, from: null, to: null },
    ],
  ])('is read from “%s”', (search, asked) => {
    expect(askedOf(new URLSearchParams(search))).toEqual(asked);
  });

  it('fills in the thing, the words and the time on the clock of China', () => {
    const asked = { resourceId: resource, from: '2026-12-05T01:00:00Z', to: '2026-12-05T03:00:00Z' };
    const hall = { function: 'facility', capacity: 80, title: '职工礼堂' } as const;
    expect(askedNeed(asked, hall, { title: '借用职工礼堂', text: '请帮我借' })).toEqual({
      title: '借用职工礼堂',
      text: '请帮我借',
      wants: [{ kind: 'venue', skill: '职工礼堂' }],
      windows: [{ from: '2026-12-05T09:00', to: '2026-12-05T11:00' }],
      flexible: [],
    });
  });

  it.each([
    ['facility', 80, 'venue'],
    ['facility', null, 'equipment'],
    ['people', null, 'teacher'],
    ['information', null, 'material'],
    ['service', null, 'service'],
  ] as const)('%s for %s people is asked for as %s', (use, capacity, kind) => {
    expect(kindOfResource({ function: use, capacity })).toBe(kind);
  });
});
