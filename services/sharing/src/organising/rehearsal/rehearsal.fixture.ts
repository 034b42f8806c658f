import { signUp, type SignedUp } from './sign-up.model.js';
import { type Guest, inventGuests } from './crowd.model.js';
import type { Plan, PlannedPool, PlannedUnion } from './plan.model.js';

const startsAt = new Date('2026-12-05T09:00:00+08:00');
const opensAt = new Date('2026-11-20T09:00:00+08:00');

export const organiser: PlannedUnion = { id: 'a', path: '1.1.', name: '甲工会' };
export const guestUnion: PlannedUnion = { id: 'b', path: '1.2.', name: '乙工会' };

export function poolOf(capacity: number, changes: Partial<PlannedPool> = {}): PlannedPool {
  return {
    id: 'common',
    name: '公共名额',
    unionId: null,
    unionPath: null,
    clubId: null,
    sizeClasses: [],
    sex: null,
    capacity,
    opensAt: null,
    releasesAt: null,
    releasedAt: null,
    offerHours: null,
    promotionUntil: null,
    ...changes,
  };
}

/** Seats for a union's own members. */
export function poolFor(
  union: PlannedUnion,
  capacity: number,
  changes: Partial<PlannedPool> = {},
): PlannedPool {
  const own = { id: `pool-${union.id}`, name: union.name, unionId: union.id, unionPath: union.path };
  return poolOf(capacity, { ...own, ...changes });
}

/** A plan of the first union, without companions. */
export function planOf(
  pools: readonly PlannedPool[],
  activity: Partial<Plan['activity']> = {},
  more: Partial<Plan> = {},
): Plan {
  return {
    activity: {
      kind: 'sports',
      state: 'draft',
      startsAt,
      signUpOpensAt: opensAt,
      signUpClosesAt: startsAt,
      companionsMax: 0,
      unionId: organiser.id,
      unionPath: organiser.path,
      isDrawn: false,
      eligibility: null,
      ...activity,
    },
    pools,
    caps: [],
    hosts: [organiser],
    invited: [],
    ...more,
  };
}

interface Played {
  readonly guests: readonly Guest[];
  readonly all: SignedUp;
}

/** Invents people for a plan and signs them up. */
export function played(plan: Plan, people: number, shares: { party?: number; cancel?: number } = {}): Played {
  const guests = inventGuests(plan, people, shares.party ?? 0);
  return { guests, all: signUp(plan, guests, shares.cancel ?? 0) };
}
