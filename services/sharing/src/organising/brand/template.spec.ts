import { describe, expect, it } from '@jest/globals';
import type { EligibilityRules } from '../../activities/activity/activity.entity.js';
import type { PoolPlan } from '../../activities/pool/pool.repository.js';
import { movedWith, suggestedRule, taskTitles, templateEligibility, templatePools } from './template.js';

const none = {
  clubId: null,
  sizeClasses: [],
  sex: null,
  opensAt: null,
  releasesAt: null,
  offerHours: null,
  promotionUntil: null,
};

function pool(name: string, unionId: string | null, capacity: number): PoolPlan {
  return { ...none, name, unionId, capacity };
}

describe('the pools of a template', () => {
  it('keep those of everybody and of the organiser, and open the seats of others to everybody', () => {
    const pools: PoolPlan[] = [
      pool('公共', null, 10),
      pool('本会', 'host', 5),
      pool('友会', 'a', 4),
      pool('友会', 'b', 3),
      { ...pool('跑友', null, 2), clubId: 'runners' },
      { ...pool('小微', null, 6), sizeClasses: ['small', 'micro'] },
    ];
    const received = templatePools(pools, 'host').map(({ name, audience, capacity }) => [
      name,
      audience,
      capacity,
    ]);
    // 10 + 4 + 3 + 2: the clubs of the first activity are not carried over, nor are its guests
    expect(received).toEqual([
      ['公共', 'everybody', 19],
      ['本会', 'organiser', 5],
      ['小微', 'everybody', 6],
    ]);
  });

  it('have one for everybody where there was none and others had seats', () => {
    const received = templatePools([pool('本会', 'host', 5), pool('友会', 'a', 4)], 'host');
    expect(received).toMatchObject([
      { audience: 'organiser', capacity: 5 },
      { name: '公共名额', audience: 'everybody', capacity: 4 },
    ]);
  });
});

describe('the cost rule that is suggested', () => {
  it('says weights in the order of the hosts, and neither parties nor amounts', () => {
    const rule = {
      kind: 'hostShare',
      party: 'union:a',
      percent: '30',
      rest: { kind: 'ratio', weights: { 'union:b': 2, 'union:a': 1 } },
    } as const;
    const received = suggestedRule(rule, ['union:a', 'union:b', 'union:c']);
    expect(received).toEqual({
      kind: 'hostShare',
      percent: '30',
      weights: [],
      rest: { kind: 'ratio', percent: null, weights: [1, 2, 0], rest: null },
    });
    expect(JSON.stringify(received)).not.toContain('union:');
  });
});

it('tasks are told once each, in their order', () => {
  expect(taskTitles([{ title: '大巴' }, { title: '讲解' }, { title: '大巴' }])).toEqual(['大巴', '讲解']);
});

describe('who may come', () => {
  const open: EligibilityRules = {
    unionIds: ['a'],
    sizeClasses: [],
    ageFrom: null,
    ageTo: null,
    sex: null,
    noShow: null,
  };

  it.each([
    [null, null],
    [open, null],
    [
      { ...open, ageTo: 35 },
      { ...open, unionIds: [], ageTo: 35 },
    ],
  ])('is asked without the unions of the first (%#)', (rules, expected) => {
    expect(templateEligibility(rules)).toEqual(expected);
  });
});

it('E36: a moment stays as far from the start on the clock of the zone when the offset is another', () => {
  // In Berlin 8 o'clock the day before is 24 hours before 8 o'clock in summer, and 25 over the night of 31 October
  // 2027.
  const from = new Date('2027-06-20T08:00:00+02:00');
  const moment = new Date('2027-06-19T08:00:00+02:00');
  const to = new Date('2027-10-31T08:00:00+01:00');
  expect(movedWith(moment, from, to, 'Europe/Berlin')).toEqual(new Date('2027-10-30T08:00:00+02:00'));
});
