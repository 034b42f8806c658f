import { describe, expect, it } from '@jest/globals';
import type { EligibilityRules } from '../../activities/activity/activity.entity.js';
import { chosen, inventGuests } from './crowd.model.js';
import { openDoors } from './door.model.js';
import type { Plan, PlannedPool } from './plan.model.js';
import { problemsOf } from './problems.model.js';
import { guestUnion, organiser, planOf, played, poolFor, poolOf } from './rehearsal.fixture.js';
import { poolReports } from './report.model.js';
import { holdersOf } from './sign-up.model.js';

const gate = { isOpen: true, mayAdmitWalkIns: true };
const beforeOpening = new Date('2026-11-19T09:00:00+08:00');

function rulesFor(unionIds: readonly string[]): EligibilityRules {
  return { unionIds, sizeClasses: [], ageFrom: 30, ageTo: null, sex: null, noShow: null };
}

describe('the invented people', () => {
  it('come to the pools in turn, each of a union whose people the rule leads there', () => {
    const plan = planOf([poolOf(5), poolFor(guestUnion, 5)], {}, { hosts: [organiser, guestUnion] });
    const guests = inventGuests(plan, 4, 0);
    expect(guests.map(({ pool, union }) => [pool.id, union?.id])).toEqual([
      ['common', 'a'],
      ['pool-b', 'b'],
      ['common', 'a'],
      ['pool-b', 'b'],
    ]);
  });

  it('bring companions only where the activity lets them, in exactly the share that was asked for', () => {
    const parties = (companionsMax: number): number =>
      inventGuests(planOf([poolOf(5)], { companionsMax }), 50, 30).filter(({ companions }) => companions > 0)
        .length;
    // 30 % of 50
    expect([parties(0), parties(3)]).toEqual([0, 15]);
  });

  it('leave out a pool whose seats were released', () => {
    const released = poolFor(guestUnion, 5, { releasedAt: beforeOpening });
    const guests = inventGuests(planOf([poolOf(5), released]), 3, 0);
    expect(new Set(guests.map(({ pool }) => pool.id))).toEqual(new Set(['common']));
  });

  it('are nobody where there are no pools', () => {
    expect(inventGuests(planOf([]), 10, 50)).toEqual([]);
  });

  it('are chosen alike each time, and differently for each purpose', () => {
    const numbers = Array.from({ length: 100 }, (_, index) => index);
    expect(chosen(numbers, 25, 'cancel')).toEqual(chosen(numbers, 25, 'cancel'));
    expect(chosen(numbers, 25, 'cancel')).not.toEqual(chosen(numbers, 25, 'present'));
    expect(chosen(numbers, 25, 'cancel')).toHaveLength(25);
  });
});

describe('the rehearsed sign-up', () => {
  it('seats as many as there are seats, and says why the first in line waits', () => {
    const plan = planOf([poolOf(6)]);
    const { guests, all } = played(plan, 10);
    expect(poolReports(plan, guests, all)).toMatchObject([
      { wanted: 10, refused: 0, seated: 6, waiting: 4, firstWaits: { reason: 'POOL_FULL', cap: null } },
    ]);
  });

  it('fills seats of a club and of small enterprises with people of theirs', () => {
    const ofClub = poolOf(2, { id: 'club', clubId: 'k' });
    const ofSmall = poolOf(2, { id: 'small', sizeClasses: ['small', 'micro'] });
    const plan = planOf([poolOf(2), ofClub, ofSmall]);
    const { guests, all } = played(plan, 9);
    const three = { wanted: 3, refused: 0, seated: 2, waiting: 1 }; // 9 ÷ 3 pools, for 2 seats each
    expect(poolReports(plan, guests, all)).toMatchObject([three, three, three]);
    const door = { walkInsNotPermitted: 0 } as Parameters<typeof problemsOf>[2];
    expect(problemsOf(plan, guests, door)).toEqual([]);
    expect(problemsOf(planOf([ofClub]), [], door)).toMatchObject([{ code: 'UNION_WITHOUT_POOL' }]);
  });

  it('gives what is given back to who waits, and no more', () => {
    const plan = planOf([poolOf(6)]);
    const { guests, all } = played(plan, 10, { cancel: 50 });
    // 6 × 50 % = 3 cancel; 4 wait, 3 of whom move up
    expect(poolReports(plan, guests, all)).toMatchObject([
      { cancelled: 3, promoted: 3, stillWaiting: 1, firstStillWaits: { reason: 'POOL_FULL', cap: null } },
    ]);
    expect(holdersOf(all)).toHaveLength(6);
  });

  it('E17: has nobody overtake a party that the last seat is too small for', () => {
    const plan = planOf([poolOf(3)], { companionsMax: 1 });
    const { guests, all } = played(plan, 3, { party: 100 });
    expect(poolReports(plan, guests, all)).toMatchObject([
      { wanted: 6, seated: 2, waiting: 4, firstWaits: { reason: 'PARTY_DOES_NOT_FIT', cap: null } },
    ]);
  });

  it('E09: keeps a cap over several pools', () => {
    const pools = [poolOf(5), poolFor(guestUnion, 5)];
    const cap = { id: 'c', name: '消防限员', unionId: null, capacity: 6, poolIds: pools.map(({ id }) => id) };
    const plan = planOf(pools, {}, { caps: [cap] });
    const { guests, all } = played(plan, 10);
    const reports = poolReports(plan, guests, all);
    expect(reports.reduce((sum, { seated }) => sum + seated, 0)).toBe(6);
    expect(reports.map(({ firstWaits }) => firstWaits)).toEqual([
      { reason: 'CAP_FULL', cap: '消防限员' },
      { reason: 'CAP_FULL', cap: '消防限员' },
    ]);
  });

  it('E25: moves nobody up where the line stops before it begins', () => {
    const plan = planOf([poolOf(2, { promotionUntil: beforeOpening }), poolFor(guestUnion, 2)]);
    const { guests, all } = played(plan, 8, { cancel: 100 });
    expect(poolReports(plan, guests, all)).toMatchObject([
      { cancelled: 2, promoted: 0, stillWaiting: 2, firstStillWaits: { reason: 'PROMOTION_OVER' } },
      { cancelled: 2, promoted: 2, stillWaiting: 0, firstStillWaits: null },
    ]);
  });
});

describe('the rehearsed door', () => {
  it('counts who came, who did not and who walked in, for the union whose seat it was', () => {
    const plan = planOf([poolOf(10), poolFor(guestUnion, 10)]);
    const { all } = played(plan, 20);
    const door = openDoors(plan, holdersOf(all), { presentShare: 75, walkIns: 4 }, gate);
    // 20 seats, 75 % of which are used, and 4 more
    expect(door).toMatchObject({ scans: 19, came: 19, noShows: 5, walkIns: 4, refused: 0 });
    expect(door.heads.map(({ unionId }) => unionId).sort()).toEqual(['a', 'b']);
    expect(door.heads.reduce((sum, { heads }) => sum + heads, 0)).toBe(19);
  });

  it('E34: lets in no walk-in for whoever may not', () => {
    const shut = { ...gate, mayAdmitWalkIns: false };
    const door = openDoors(planOf([]), [], { presentShare: 100, walkIns: 3 }, shut);
    expect(door).toMatchObject({
      scans: 3,
      came: 0,
      walkIns: 0,
      refused: 3,
      walkInsNotPermitted: 3,
      heads: [],
    });
  });
});

describe('the problems found', () => {
  const late = new Date('2026-12-06T09:00:00+08:00');
  const find = (plan: Plan): unknown[] => {
    const { guests, all } = played(plan, 10);
    const door = openDoors(plan, holdersOf(all), { presentShare: 100, walkIns: 0 }, gate);
    return problemsOf(plan, guests, door);
  };
  const common = (changes: Partial<PlannedPool>): Plan => planOf([poolOf(5, changes)]);
  const pool = '公共名额';

  it.each<[string, Plan, unknown[]]>([
    ['none where there are none', planOf([poolOf(5)]), []],
    ['no pools', planOf([]), [{ code: 'NO_POOLS', params: {} }]],
    [
      'a pool that opens after the start',
      common({ opensAt: late }),
      [{ code: 'POOL_NEVER_OPENS', params: { pool } }],
    ],
    [
      'a line that stops before it begins',
      common({ promotionUntil: beforeOpening }),
      [{ code: 'PROMOTION_ENDS_EARLY', params: { pool } }],
    ],
    [
      'a party that no empty hall could seat',
      planOf([poolOf(2)], { companionsMax: 2 }),
      [{ code: 'PARTY_EXCEEDS_POOL', params: { pool, seats: 2, heads: 3 } }],
    ],
    [
      'a host whose people have no pool',
      planOf([poolFor(guestUnion, 5)], {}, { hosts: [organiser, guestUnion] }),
      [{ code: 'UNION_WITHOUT_POOL', params: { union: '甲工会' } }],
    ],
    [
      'seats for those who may not come',
      planOf(
        [poolFor(organiser, 5), poolFor(guestUnion, 5)],
        { eligibility: rulesFor([organiser.id]) },
        { invited: [organiser] },
      ),
      [{ code: 'POOL_NOT_ELIGIBLE', params: { pool: '乙工会' } }],
    ],
    [
      'E26: that a draw is not rehearsed',
      planOf([poolOf(5)], { isDrawn: true }),
      [{ code: 'DRAW_NOT_REHEARSED', params: {} }],
    ],
    [
      'E15: that a release is not rehearsed',
      planOf([poolFor(organiser, 5, { releasesAt: late })]),
      [{ code: 'RELEASE_NOT_REHEARSED', params: { pool: '甲工会' } }],
    ],
  ])('are %s', (_what, plan, expected) => {
    expect(find(plan)).toEqual(expected);
  });

  it('refuses who could never sign up, as the real sign-up would', () => {
    const plan = common({ opensAt: late });
    const { guests, all } = played(plan, 10);
    expect(poolReports(plan, guests, all)).toMatchObject([
      { wanted: 10, refused: 10, seated: 0, waiting: 0 },
    ]);
  });
});
