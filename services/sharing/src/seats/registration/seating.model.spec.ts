import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { displace, promote } from './promotion.model.js';
import {
  bindingReason,
  decideRegistrations,
  freeSeats,
  type Capacity,
  type SeatQuota,
  type SeatRequest,
} from './seating.model.js';
import { seatsOf, sumOfSeats } from './seats.model.js';

const now = new Date('2026-11-20T00:00:00Z');
const startsAt = new Date('2026-12-01T00:00:00Z');
const poolId = 'pool';

const empty: SeatQuota = {
  capacity: 5,
  partyMax: 5,
  confirmed: 0,
  held: 0,
  waitingHeads: 0,
  waitingParties: 0,
  servableParties: 0,
  lastRank: 0,
  terms: { startsAt, promotionUntil: startsAt, offerHours: null, isReleased: false },
};

function capacityOf(quota: SeatQuota): Capacity {
  return { quotas: new Map([[poolId, quota]]), caps: [] };
}

/** The decisions in an activity of one pool, and its quota after them. */
function decideIn(quota: SeatQuota, requests: readonly Omit<SeatRequest, 'poolId'>[]) {
  const { decisions, capacity } = decideRegistrations(
    capacityOf(quota),
    requests.map((request) => ({ ...request, poolId })),
  );
  return { decisions, quota: capacity.quotas.get(poolId) as SeatQuota };
}

const alone = { heads: 1, overridden: false };

describe('who gets a seat', () => {
  it('E19: counts heads, not registrations', () => {
    // 3 + 2 = 5 seats; the next head is the sixth
    const { decisions, quota: line } = decideIn(empty, [
      { ...alone, heads: 3 },
      { ...alone, heads: 2 },
      alone,
    ]);
    expect(decisions).toEqual([
      { state: 'confirmed', rank: 1, waitlistPlace: null },
      { state: 'confirmed', rank: 2, waitlistPlace: null },
      { state: 'waitlisted', rank: 3, waitlistPlace: 1 },
    ]);
    expect(line).toMatchObject({ confirmed: 5, waitingHeads: 1, waitingParties: 1, lastRank: 3 });
  });

  it('E17: a party of three for two seats waits whole, and nobody overtakes it', () => {
    const { decisions } = decideIn({ ...empty, confirmed: 3 }, [{ ...alone, heads: 3 }, alone]);
    expect(decisions.map((decision) => decision.state)).toEqual(['waitlisted', 'waitlisted']);
    expect(decisions.map((decision) => decision.waitlistPlace)).toEqual([1, 2]);
  });

  it('a party that is larger than the pool holds up nobody', () => {
    const { decisions } = decideIn(empty, [{ ...alone, heads: 6 }, alone]);
    expect(decisions.map((decision) => decision.state)).toEqual(['waitlisted', 'confirmed']);
  });

  it('E12: a newcomer waits behind who waits, also where seats are free', () => {
    const quota = { ...empty, waitingHeads: 1, waitingParties: 1, servableParties: 1, lastRank: 7 };
    expect(decideIn(quota, [alone]).decisions).toEqual([{ state: 'waitlisted', rank: 8, waitlistPlace: 2 }]);
  });

  it('E21: an override gets a seat beyond the capacity, and is counted', () => {
    const { decisions, quota: line } = decideIn({ ...empty, confirmed: 5 }, [{ heads: 2, overridden: true }]);
    expect(decisions[0]?.state).toBe('confirmed');
    expect(seatsOf(line)).toMatchObject({ confirmed: 7, over: 2, free: 0 }); // 5 + 2 over = 7 + 0 free
  });

  it('decides a list exactly as its requests one by one', () => {
    const request = fc.record({ heads: fc.integer({ min: 1, max: 7 }), overridden: fc.boolean() });
    fc.assert(
      fc.property(fc.array(request, { maxLength: 30 }), (requests) => {
        let quota = empty;
        const single = requests.map((one) => {
          const step = decideIn(quota, [one]);
          quota = step.quota;
          return step.decisions[0];
        });
        expect(decideIn(empty, requests)).toEqual({ decisions: single, quota });
      }),
    );
  });
});

describe('who is promoted', () => {
  const waiting = (...heads: number[]) =>
    heads.map((one, id) => ({ id: String(id), poolId, heads: one, registeredAt: now }));

  it.each([
    ['in order while they fit', 3, [1, 2, 1], [0, 1]], // 5 − 2 = 3 free: 1 + 2
    ['E17: nobody overtakes a party that does not fit', 3, [2, 2, 1], [0]], // 3 − 2 = 1 < 2
    ['except one that never can', 3, [6, 1], [1]],
    ['E05: nobody where the pool is over', -2, [1], []],
    ['nobody where nobody waits', 5, [], []],
  ])('%s', (_name, free, heads, expected) => {
    const quota = { ...empty, confirmed: 5 - free };
    expect(promote(capacityOf(quota), waiting(...heads), now).map(({ id }) => Number(id))).toEqual(expected);
  });
});

describe('who loses their seat', () => {
  it('E14: whole parties, the last in first, until the rest fits', () => {
    const seated = [
      { id: 'last', heads: 1 },
      { id: 'third', heads: 3 },
      { id: 'second', heads: 1 },
    ];
    // 6 heads for 4 seats: 6 − 1 = 5, 5 − 3 = 2
    const quota = { ...empty, capacity: 4, confirmed: 6 };
    expect(displace(quota, seated).map(({ id }) => id)).toEqual(['last', 'third']);
  });
});

describe('what is told', () => {
  it('E08: the lines sum to the total, and who waits stands outside', () => {
    const lines = [
      seatsOf({ ...empty, confirmed: 4, waitingHeads: 3, waitingParties: 1, servableParties: 1 }),
      seatsOf({ ...empty, capacity: 2, confirmed: 3, held: 1 }),
    ];
    const total = sumOfSeats(lines);
    // 7 + 2 over = 7 confirmed + 1 held + 1 free
    expect(total).toEqual({
      capacity: 7,
      confirmed: 7,
      held: 1,
      free: 1,
      over: 2,
      waiting: 3,
      waitingParties: 1,
    });
  });

  it.each([
    ['PARTY_EXCEEDS_POOL', { ...empty, confirmed: 0 }, 6],
    ['POOL_FULL', { ...empty, confirmed: 5 }, 1],
    ['PARTY_DOES_NOT_FIT', { ...empty, confirmed: 3 }, 3],
    ['OTHERS_AHEAD', { ...empty, confirmed: 3 }, 1],
  ])('E07: %s is why somebody waits', (reason, quota, heads) => {
    expect(bindingReason(capacityOf(quota), { poolId, heads }, now)).toEqual({ reason, cap: null });
  });
});

type Act =
  | { readonly do: 'register'; readonly heads: number; readonly overridden: boolean }
  | { readonly do: 'cancel'; readonly who: number }
  | { readonly do: 'giveBack'; readonly who: number }
  | { readonly do: 'resize'; readonly capacity: number };

interface Entry {
  state: 'confirmed' | 'waitlisted' | 'cancelled';
  heads: number;
  readonly rank: number;
  readonly overridden: boolean;
}

/** A pool modelled as a plain list that only the rules change. */
class Pool {
  readonly entries: Entry[] = [];
  capacity = 5;

  quota(): SeatQuota {
    const heads = (state: string): number =>
      this.entries.filter((entry) => entry.state === state).reduce((sum, entry) => sum + entry.heads, 0);
    const waiting = this.waiting();
    return {
      ...empty,
      capacity: this.capacity,
      partyMax: this.capacity,
      confirmed: heads('confirmed'),
      held: 0,
      waitingHeads: heads('waitlisted'),
      waitingParties: waiting.length,
      servableParties: waiting.filter((entry) => entry.heads <= this.capacity).length,
      lastRank: this.entries.length,
    };
  }

  waiting(): Entry[] {
    return this.entries.filter((entry) => entry.state === 'waitlisted');
  }

  run(act: Act): void {
    if (act.do === 'register') {
      const [decision] = decideIn(this.quota(), [act]).decisions;
      if (decision) this.entries.push({ ...act, state: decision.state, rank: decision.rank });
      return;
    }
    if (act.do === 'resize') this.resize(act.capacity);
    else this.release(act.who, act.do === 'cancel');
    const waiting = this.waiting().map((entry) => ({
      entry,
      heads: entry.heads,
      poolId,
      id: String(entry.rank).padStart(4, '0'),
      registeredAt: now,
    }));
    for (const { entry } of promote(capacityOf(this.quota()), waiting, now)) entry.state = 'confirmed';
  }

  private resize(capacity: number): void {
    const isLower = capacity < this.capacity;
    this.capacity = capacity;
    const seated = this.entries.filter((entry) => entry.state === 'confirmed' && !entry.overridden).reverse();
    if (isLower) for (const entry of displace(this.quota(), seated)) entry.state = 'waitlisted';
  }

  private release(who: number, whole: boolean): void {
    const entry = this.entries[who % Math.max(1, this.entries.length)];
    if (entry === undefined) return;
    if (whole || entry.heads === 1) entry.state = 'cancelled';
    else entry.heads -= 1;
  }
}

const acts: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('register' as const),
      heads: fc.integer({ min: 1, max: 4 }),
      overridden: fc.constant(false),
    }),
  },
  fc.record({ do: fc.constant('register' as const), heads: fc.constant(1), overridden: fc.constant(true) }),
  fc.record({ do: fc.constant('cancel' as const), who: fc.nat(40) }),
  fc.record({ do: fc.constant('giveBack' as const), who: fc.nat(40) }),
  fc.record({ do: fc.constant('resize' as const), capacity: fc.integer({ min: 0, max: 9 }) }),
);

describe('any history of a pool', () => {
  it('E01, E08, E12, E17: is never oversold, keeps its order and adds up', () => {
    fc.assert(
      fc.property(fc.array(acts, { maxLength: 40 }), (history) => {
        const pool = new Pool();
        for (const act of history) {
          pool.run(act);
          const quota = pool.quota();
          const seats = seatsOf(quota);
          const overridden = pool.entries.filter((entry) => entry.overridden && entry.state === 'confirmed');
          expect(seats.over).toBeLessThanOrEqual(overridden.reduce((sum, entry) => sum + entry.heads, 0));
          expect(seats.capacity + seats.over).toBe(seats.confirmed + seats.held + seats.free);
          // If the first servable party does not fit into what is free, no seat is withheld from it.
          const first = pool.waiting().find((entry) => entry.heads <= pool.capacity);
          if (first) expect(first.heads).toBeGreaterThan(freeSeats(quota));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('E12: whoever has come later has no seat before who waits and could have had it', () => {
    const stable = fc.array(
      acts.filter((act) => act.do !== 'resize' && !(act.do === 'register' && act.overridden)),
    );
    fc.assert(
      fc.property(stable, (history) => {
        const pool = new Pool();
        for (const act of history) pool.run(act);
        const first = pool.waiting()[0];
        const later = pool.entries.filter(
          (entry) => entry.state === 'confirmed' && first && entry.rank > first.rank,
        );
        expect(later).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
