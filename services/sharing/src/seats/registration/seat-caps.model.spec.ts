import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { displace, offerUntil, promote } from './promotion.model.js';
import {
  bindingReason,
  boundBy,
  decideRegistrations,
  freeIn,
  type Capacity,
  type SeatQuota,
  type SeatRequest,
} from './seating.model.js';

const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 20, 0, minute));
const startsAt = at(1_000);

const empty: SeatQuota = {
  capacity: 2,
  partyMax: 2,
  confirmed: 0,
  held: 0,
  waitingHeads: 0,
  waitingParties: 0,
  servableParties: 0,
  lastRank: 0,
  terms: { startsAt, promotionUntil: startsAt, offerHours: null, isReleased: false },
};

const alone = (poolId: string, heads = 1): SeatRequest => ({ poolId, heads, overridden: false });

function capacityOf(
  lines: Record<string, Partial<SeatQuota>>,
  caps: Record<string, [number, string[]]>,
): Capacity {
  const full = new Map(Object.entries(lines).map(([id, quota]) => [id, { ...empty, ...quota }]));
  const taken = (id: string): number => (full.get(id)?.confirmed ?? 0) + (full.get(id)?.held ?? 0);
  return {
    quotas: full,
    caps: Object.entries(caps).map(([name, [capacity, poolIds]]) => ({
      id: name,
      name,
      capacity,
      poolIds: new Set(poolIds),
      taken: poolIds.reduce((sum, id) => sum + taken(id), 0),
    })),
  };
}

describe('a cap over pools', () => {
  it('E09: two pools of two seats under a cap of two have two seats, not four', () => {
    const capacity = capacityOf({ a: {}, b: {} }, { hall: [2, ['a', 'b']] });
    const { decisions, capacity: full } = decideRegistrations(capacity, [
      alone('a'),
      alone('b'),
      alone('a'),
      alone('b'),
    ]);
    expect(decisions.map(({ state }) => state)).toEqual([
      'confirmed',
      'confirmed',
      'waitlisted',
      'waitlisted',
    ]);
    expect(decisions.map(({ waitlistPlace }) => waitlistPlace)).toEqual([null, null, 1, 1]);
    expect(boundBy(full, 'a')).toEqual({ name: 'hall', free: 0 }); // 2 − 1 = 1 free of the pool, 2 − 2 = 0 of the cap
    expect(bindingReason(full, alone('a'), at(0))).toEqual({ reason: 'CAP_FULL', cap: 'hall' });
  });

  it('E09: every cap above a pool holds', () => {
    const caps = { city: [3, ['a', 'b', 'c']], district: [1, ['a', 'b']] } as Record<
      string,
      [number, string[]]
    >;
    const capacity = capacityOf({ a: {}, b: {}, c: { confirmed: 2 } }, caps);
    expect([freeIn(capacity, 'a'), freeIn(capacity, 'c')]).toEqual([1, 0]); // min(2, 1, 3 − 2); min(0, 1)
  });

  it('a party that is larger than a cap is told so, and holds up nobody', () => {
    const capacity = capacityOf({ a: { partyMax: 1 } }, { bus: [1, ['a']] });
    const { decisions } = decideRegistrations(capacity, [alone('a', 2), alone('a')]);
    expect(decisions.map(({ state }) => state)).toEqual(['waitlisted', 'confirmed']);
    expect(bindingReason(capacity, alone('a', 2), at(0))).toEqual({
      reason: 'PARTY_EXCEEDS_CAP',
      cap: 'bus',
    });
  });

  it('E09: a seat that comes free goes to who has waited longest at the head of a line and fits', () => {
    const capacity = capacityOf({ a: { confirmed: 0 }, b: { confirmed: 1 } }, { hall: [2, ['a', 'b']] });
    const waiting = [
      { id: '2', poolId: 'a', heads: 2, registeredAt: at(1) }, // does not fit: 2 > 2 − 1
      { id: '4', poolId: 'a', heads: 1, registeredAt: at(2) }, // behind it on the same waitlist
      { id: '3', poolId: 'b', heads: 1, registeredAt: at(3) },
    ];
    expect(promote(capacity, waiting, at(9)).map(({ id }) => id)).toEqual(['3']);
    const together = waiting.map((party) => ({ ...party, heads: 1, registeredAt: at(1) }));
    expect(promote(capacity, together, at(9)).map(({ id }) => id)).toEqual(['2']); // ties go to the lower id
  });
});

describe('offers and their end', () => {
  it.each([
    ['is confirmed at once where no hours are set', null, 0, null],
    ['is offered for the hours of the pool', 2, 0, at(120)],
    ['is not offered beyond the start', 24, 990, startsAt],
  ])('E02: a seat %s', (_name, offerHours, minute, until) => {
    expect(offerUntil({ ...empty.terms, offerHours }, at(minute))).toEqual(until);
  });

  it('E25: after the cut-off nobody moves up automatically, and those who wait are told why', () => {
    const terms = { ...empty.terms, promotionUntil: at(5) };
    const capacity = capacityOf({ a: { terms } }, {});
    const waiting = [{ id: '1', poolId: 'a', heads: 1, registeredAt: at(1) }];
    expect(promote(capacity, waiting, at(4))).toHaveLength(1);
    expect(promote(capacity, waiting, at(5))).toEqual([]);
    expect(bindingReason(capacity, alone('a'), at(5)).reason).toBe('PROMOTION_OVER');
  });

  it('E10: who has an offer keeps it when the pool is lowered', () => {
    const quota = { ...empty, capacity: 2, confirmed: 2, held: 1 };
    // 2 + 1 − 2 = 1 over: of the confirmed the last in; the offer is not a candidate
    expect(displace(quota, [{ heads: 1 }, { heads: 1 }])).toHaveLength(1);
  });
});

type Act =
  | { readonly do: 'register'; readonly pool: number; readonly heads: number }
  | { readonly do: 'cancel' | 'promote'; readonly who: number }
  | { readonly do: 'resize'; readonly pool: number; readonly capacity: number };

interface Entry {
  readonly id: string;
  readonly poolId: string;
  readonly heads: number;
  readonly rank: number;
  readonly registeredAt: Date;
  state: 'confirmed' | 'waitlisted' | 'cancelled';
}

const poolIds = ['a', 'b', 'c'];
const capacities = { whole: [5, poolIds], part: [3, ['a', 'b']] } as Record<string, [number, string[]]>;

/** Three pools under two caps, modelled as a plain list that only the rules change. */
class Venue {
  readonly entries: Entry[] = [];
  readonly sizes: Record<string, number> = { a: 3, b: 3, c: 3 };

  hall(): Capacity {
    const lines = poolIds.map((poolId): [string, Partial<SeatQuota>] => {
      const mine = this.entries.filter((entry) => entry.poolId === poolId);
      const waiting = mine.filter(({ state }) => state === 'waitlisted');
      const capacity = this.sizes[poolId] ?? 0;
      const partyMax = Math.min(
        capacity,
        ...Object.values(capacities).map(([cap, ids]) => (ids.includes(poolId) ? cap : 99)),
      );
      return [
        poolId,
        {
          capacity,
          partyMax,
          lastRank: mine.length,
          waitingParties: waiting.length,
          confirmed: headsOf(mine.filter(({ state }) => state === 'confirmed')),
          waitingHeads: headsOf(waiting),
          servableParties: waiting.filter(({ heads }) => heads <= partyMax).length,
        },
      ];
    });
    return capacityOf(Object.fromEntries(lines), capacities);
  }

  waiting(): Entry[] {
    return this.entries.filter(({ state }) => state === 'waitlisted');
  }

  run(act: Act): void {
    if (act.do === 'register') return this.add([request(act)]);
    if (act.do === 'resize') this.resize(poolIds[act.pool] ?? 'a', act.capacity);
    const entry = 'who' in act ? this.entries[act.who % Math.max(1, this.entries.length)] : undefined;
    if (act.do === 'cancel' && entry) entry.state = 'cancelled';
    if (
      act.do === 'promote' &&
      entry?.state === 'waitlisted' &&
      entry.heads <= freeIn(this.hall(), entry.poolId)
    )
      entry.state = 'confirmed';
    for (const one of promote(this.hall(), this.waiting(), at(0))) one.state = 'confirmed';
  }

  add(requests: readonly SeatRequest[]): void {
    decideRegistrations(this.hall(), requests).decisions.forEach(({ state, rank }, index) => {
      const { poolId, heads } = requests[index] as SeatRequest;
      const number = this.entries.length;
      this.entries.push({ id: `${number}`, poolId, heads, rank, state, registeredAt: at(number) });
    });
  }

  private resize(poolId: string, capacity: number): void {
    this.sizes[poolId] = capacity;
    const quota = this.hall().quotas.get(poolId) as SeatQuota;
    const confirmed = this.entries.filter((one) => one.poolId === poolId && one.state === 'confirmed');
    for (const one of displace(quota, confirmed.reverse())) one.state = 'waitlisted';
  }
}

function headsOf(entries: readonly { readonly heads: number }[]): number {
  return entries.reduce((sum, { heads }) => sum + heads, 0);
}

function request({ pool, heads }: { readonly pool: number; readonly heads: number }): SeatRequest {
  return { poolId: poolIds[pool] ?? 'a', heads, overridden: false };
}

const registering = fc.record({
  do: fc.constant('register' as const),
  pool: fc.nat(2),
  heads: fc.integer({ min: 1, max: 4 }),
});
const acts: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: registering },
  fc.record({ do: fc.constantFrom('cancel' as const, 'promote' as const), who: fc.nat(40) }),
  fc.record({
    do: fc.constant('resize' as const),
    pool: fc.nat(2),
    capacity: fc.integer({ min: 0, max: 6 }),
  }),
);

describe('any history of pools under caps', () => {
  it('E09: never takes more than a pool or a cap has, and keeps no seat from who could have it', () => {
    fc.assert(
      fc.property(fc.array(acts, { maxLength: 40 }), (history) => {
        const venue = new Venue();
        for (const act of history) {
          venue.run(act);
          const hall = venue.hall();
          for (const { capacity, confirmed } of hall.quotas.values())
            expect(confirmed).toBeLessThanOrEqual(capacity);
          for (const { capacity, taken } of hall.caps) expect(taken).toBeLessThanOrEqual(capacity);
          for (const [poolId, quota] of hall.quotas) {
            const first = venue.waiting().find((one) => one.poolId === poolId && one.heads <= quota.partyMax);
            if (first) expect(first.heads).toBeGreaterThan(freeIn(hall, poolId));
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it('E09: a list is decided exactly as its people one by one', () => {
    fc.assert(
      fc.property(
        fc.array(acts, { maxLength: 20 }),
        fc.array(registering, { maxLength: 20 }),
        (history, list) => {
          const [together, apart] = [new Venue(), new Venue()];
          for (const act of history) for (const venue of [together, apart]) venue.run(act);
          together.add(list.map(request));
          for (const one of list) apart.add([request(one)]);
          expect(together.entries).toEqual(apart.entries);
        },
      ),
      { numRuns: 200 },
    );
  });
});
