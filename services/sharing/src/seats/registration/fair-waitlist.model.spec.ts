import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { promote } from './promotion.model.js';
import {
  decideRegistrations,
  type Capacity,
  type SeatQuota,
  type WaitlistGroup,
  type SeatRequest,
} from './seating.model.js';

const now = new Date('2026-11-20T00:00:00Z');
const startsAt = new Date('2026-12-01T00:00:00Z');
const poolId = 'pool';

/** The quota of a pool of five by fair share: waiting parties of one, by attendance. */
function quotaWith(confirmed: number, waiting: readonly WaitlistGroup[]): SeatQuota {
  const parties = waiting.reduce((sum, group) => sum + group.parties, 0);
  return {
    capacity: 5,
    partyMax: 5,
    confirmed,
    held: 0,
    waitingHeads: parties,
    waitingParties: parties,
    servableParties: waiting.reduce((sum, group) => sum + group.servableParties, 0),
    lastRank: confirmed + parties,
    terms: { startsAt, promotionUntil: startsAt, offerHours: null, isReleased: false },
    groups: waiting,
  };
}

function capacityOf(quota: SeatQuota): Capacity {
  return { quotas: new Map([[poolId, quota]]), caps: [] };
}

const group = (came: number, parties: number, servableParties = parties): WaitlistGroup => ({
  came,
  parties,
  servableParties,
});

function request(came: number, heads = 1): SeatRequest {
  return { poolId, heads, overridden: false, came };
}

describe('E07: a newcomer in a line by fair share', () => {
  it.each<[string, SeatQuota, SeatRequest, string | number]>([
    ['stands behind all who came as seldom', quotaWith(5, [group(0, 2), group(1, 3)]), request(0), 3],
    ['and behind all who came more seldom', quotaWith(5, [group(0, 2), group(1, 3)]), request(1), 6], // 2 + 3 + 1
    ['before who came more often', quotaWith(5, [group(2, 4)]), request(1), 1],
    ['is seated where nobody waits', quotaWith(4, []), request(9), 'confirmed'],
    [
      'is seated before who came more often, where the party fits',
      quotaWith(3, [group(2, 1)]),
      request(0, 2),
      'confirmed',
    ],
    ['waits behind who came as seldom, though a seat is free', quotaWith(3, [group(1, 1)]), request(1), 2],
    ['waits whole where the party does not fit', quotaWith(3, [group(2, 1)]), request(0, 3), 1],
    ['is not held up by a party that never fits', quotaWith(3, [group(0, 1, 0)]), request(1), 'confirmed'],
  ])('%s', (_name, quota, asked, expected) => {
    const [decision] = decideRegistrations(capacityOf(quota), [asked]).decisions;
    expect(decision?.waitlistPlace ?? decision?.state).toBe(expected);
  });

  it('who is let in for a reason is seated whoever waits', () => {
    const overridden = { ...request(5), overridden: true };
    expect(
      decideRegistrations(capacityOf(quotaWith(5, [group(0, 1)])), [overridden]).decisions,
    ).toMatchObject([{ state: 'confirmed' }]);
  });

  it('has the place that a sorted list gives, whoever came at the same time', () => {
    const came = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(came, (times) => {
        const { decisions } = decideRegistrations(
          capacityOf(quotaWith(5, [])),
          times.map((one) => request(one)),
        );
        times.forEach((one, index) => {
          const ahead = times.slice(0, index).filter((other) => other <= one);
          expect(decisions[index]?.waitlistPlace).toBe(ahead.length + 1);
        });
      }),
    );
  });

  it('decides a list exactly as its requests one by one', () => {
    const asked = fc.record({ came: fc.integer({ min: 0, max: 3 }), heads: fc.integer({ min: 1, max: 7 }) });
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 30 }), (all) => {
        let capacity = capacityOf(quotaWith(2, []));
        const single = all.map(({ came, heads }) => {
          const step = decideRegistrations(capacity, [request(came, heads)]);
          capacity = step.capacity;
          return step.decisions[0];
        });
        const { decisions } = decideRegistrations(
          capacityOf(quotaWith(2, [])),
          all.map(({ came, heads }) => request(came, heads)),
        );
        expect(decisions).toEqual(single);
      }),
    );
  });
});

describe('E07, E09: who is promoted where two lines wait for the seats of one cap', () => {
  it('is who came least, and among equals who has waited longest', () => {
    const quota = { ...quotaWith(0, [group(0, 1), group(1, 2)]), capacity: 3, partyMax: 2 };
    const capacity: Capacity = {
      quotas: new Map([
        ['a', quota],
        ['b', quota],
      ]),
      caps: [{ id: 'cap', name: '大巴', capacity: 2, taken: 0, poolIds: new Set(['a', 'b']) }],
    };
    const waits = (id: string, pool: string, came: number, minute: number) => ({
      id,
      poolId: pool,
      heads: 1,
      came,
      registeredAt: new Date(now.getTime() + minute * 60_000),
    });
    const waiting = [waits('late', 'a', 1, 1), waits('first', 'b', 0, 9), waits('often', 'b', 2, 0)];
    expect(promote(capacity, waiting, now).map(({ id }) => id)).toEqual(['first', 'late']);
  });
});
