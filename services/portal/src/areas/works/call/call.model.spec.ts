import { describe, expect, it } from '@jest/globals';
import {
  callFiltersOf,
  isSameChoice,
  openFirst,
  phaseOf,
  type WorksCall,
  type WorksCallLine,
  wayOf,
} from './call.model.js';
import { type CallValues, definitionOf, newCall, percentOf, valuesOf, weightsOf } from './call-values.js';

const typed: CallValues = {
  ...newCall,
  title: ' Photographs ',
  text: 'Show work.',
  submitFrom: '2026-12-01T09:00',
  submitUntil: '2026-12-20T18:00',
  judgeFrom: '2026-12-25T09:00',
  judgeUntil: '2026-12-31T18:00',
  criteria: [
    { name: 'Idea', weight: '66.7' },
    { name: ' Craft ', weight: '33.3' },
  ],
  awards: [{ name: 'First', count: '1' }],
};

it('calls that take works stand before those with a vote, and these before what is over', () => {
  const line = (id: string, state: WorksCallLine['state']) =>
    ({ id, state, submitFrom: '2026-11-01T00:00:00Z', submitUntil: '2026-12-01T00:00:00Z' }) as WorksCallLine;
  const calls = [
    line('over', 'awarded'),
    line('vote', 'judging'),
    line('open', 'open'),
    line('gone', 'cancelled'),
  ];
  expect(openFirst(calls, Date.parse('2026-11-20T00:00:00Z')).map(({ id }) => id)).toEqual([
    'open',
    'vote',
    'over',
    'gone',
  ]);
});

describe('what is sent of a call', () => {
  it('has shares in basis points, and times as moments', () => {
    expect(definitionOf(typed)).toEqual({
      title: 'Photographs',
      text: 'Show work.',
      audience: 'members',
      submitFrom: expect.stringMatching(/^2026-12-01T/),
      submitUntil: expect.stringMatching(/^2026-12-20T/),
      judgeFrom: expect.stringMatching(/^2026-12-25T/),
      judgeUntil: expect.stringMatching(/^2026-12-31T/),
      worksPerPerson: 2,
      fileKinds: ['picture'],
      criteria: [
        { name: 'Idea', weight: 6_670 },
        { name: 'Craft', weight: 3_330 },
      ],
      votesPerPerson: 3,
      voteShare: 3_000,
      awards: [{ name: 'First', count: 1 }],
    });
  });

  it.each([
    ['jury', { votesPerPerson: 0, voteShare: 0 }, 2],
    ['votes', { votesPerPerson: 3, voteShare: 10_000 }, 0],
    ['both', { votesPerPerson: 3, voteShare: 3_000 }, 2],
  ] as const)('is decided by %s with %j', (way, decision, criteria) => {
    const sent = definitionOf({ ...typed, way });
    expect(sent).toMatchObject(decision);
    expect(sent?.criteria).toHaveLength(criteria);
  });

  it('is nothing as long as a time is missing', () => {
    expect(definitionOf({ ...typed, judgeUntil: '' })).toBeNull();
  });

  it.each(['jury', 'votes', 'both'] as const)('is the same as was read, decided by %s', (way) => {
    const sent = definitionOf({ ...typed, way });
    expect(definitionOf(valuesOf(sent as unknown as WorksCall))).toEqual(sent);
  });
});

describe('a share', () => {
  it.each([
    ['30', 30],
    ['33.3', 33.3],
    ['100', 100],
    ['101', null],
    ['33.33', null],
    ['', null],
    [undefined, null],
  ])('%j is %s percent', (text, percent) => {
    expect(percentOf(text)).toBe(percent);
  });

  it('is summed up without an error of fractions', () => {
    // 33.3 + 33.3 + 33.4 is 100.00000000000001 as it stands.
    expect(weightsOf([{ weight: '33.3' }, { weight: '33.3' }, { weight: '33.4' }, undefined])).toBe(100);
  });
});

describe('the phase of a call', () => {
  const moments = { submitFrom: '2026-12-01T00:00:00.000Z', submitUntil: '2026-12-20T00:00:00.000Z' };
  it.each([
    ['open', '2026-11-30T23:59:59Z', 'soon'],
    ['open', '2026-12-01T00:00:00Z', 'taking'],
    ['open', '2026-12-20T00:00:00Z', 'taken'],
    ['judging', '2026-12-10T00:00:00Z', 'judging'],
  ] as const)('that is %s at %s is %s', (state, at, phase) => {
    expect(phaseOf({ ...moments, state }, Date.parse(at))).toBe(phase);
  });
});

describe('a call', () => {
  it.each([
    [[], 3, 'votes'],
    [[{ name: 'Idea', weight: 10_000 }], 0, 'jury'],
    [[{ name: 'Idea', weight: 10_000 }], 3, 'both'],
  ] as const)('with criteria %j and %i votes is decided by %s', (criteria, votesPerPerson, way) => {
    expect(wayOf({ criteria: [...criteria], votesPerPerson })).toBe(way);
  });

  it('is found by what the address says, and nothing else is', () => {
    const of = (search: string) => callFiltersOf(new URLSearchParams(search));
    expect(of('state=judging&q=photo')).toEqual({ state: 'judging', q: 'photo' });
    expect(of('state=soon&q=')).toEqual({});
  });
});

it.each([
  [['a', 'b'], ['b', 'a'], true],
  [['a'], ['a', 'b'], false],
  [[], [], true],
])('choices %j and %j are the same: %s', (one, other, isSame) => {
  expect(isSameChoice(one, other)).toBe(isSame);
});
