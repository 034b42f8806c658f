import type { Sex } from '@gongxiang/domain';
import { judgeEligibility } from '../../activities/eligibility/conditions.model.js';
import { choosePool } from '../../activities/pool/pool.model.js';
import { openPools, type Plan, type PlannedPool, type PlannedUnion } from './plan.model.js';

/** An invented person. */
export interface Guest {
  readonly number: number;
  readonly pool: PlannedPool;
  /** Null if no known union leads to the pool. */
  readonly union: PlannedUnion | null;
  readonly companions: number;
  /** According to the eligibility rules for union and sex; all other conditions are assumed to be met. */
  readonly isEligible: boolean;
}

/**
 * Invents people, for the open pools in turn, each of a union whose members the pool choice leads there.
 * @param partyShare percent who bring one companion, if the activity allows companions
 */
export function inventGuests(plan: Plan, people: number, partyShare: number): Guest[] {
  const doors = openPools(plan).map((pool) => ({ pool, places: placesOf(plan, pool) }));
  if (doors.length === 0) return [];
  const numbers = Array.from({ length: people }, (_, index) => index);
  const withCompanion = new Set(
    plan.activity.companionsMax > 0 ? chosen(numbers, partyShare, 'companion') : [],
  );
  return numbers.flatMap((number) => {
    const door = doors[number % doors.length];
    const place = door?.places[Math.floor(number / doors.length) % door.places.length];
    if (door === undefined || place === undefined) return [];
    return [{ number, pool: door.pool, ...place, companions: withCompanion.has(number) ? 1 : 0 }];
  });
}

/**
 * Chooses a percentage pseudo-randomly, so that one choice is independent of the next; but the same each time, so
 * that two rehearsals of one plan can be compared.
 * @param purpose separates choices
 * @returns the chosen in their old order
 */
export function chosen<Item>(items: readonly Item[], percent: number, purpose: string): Item[] {
  const count = Math.round((items.length * percent) / 100);
  const shuffled = items
    .map((item, index) => ({ item, index, value: valueOf(`${purpose}/${index}`) }))
    .sort((left, right) => left.value - right.value || left.index - right.index);
  return shuffled
    .slice(0, count)
    .sort((left, right) => left.index - right.index)
    .map(({ item }) => item);
}

/** FNV-1a, and the last step of MurmurHash3, which spreads neighbours over all 32 bits. */
function valueOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

type Place = Pick<Guest, 'union' | 'isEligible'>;

/** Unions whose members get their seats from the pool: eligible ones, if there are any. */
function placesOf(plan: Plan, pool: PlannedPool): Place[] {
  const sex = pool.sex ?? plan.activity.eligibility?.sex ?? null;
  const known = ownersOf(plan, pool);
  // People that fit the pool: of its club and of its sizes.
  const clubIds = new Set(pool.clubId === null ? [] : [pool.clubId]);
  const sizeClass = pool.sizeClasses[0] ?? null;
  const leading = known.filter(
    ({ path }) => choosePool(openPools(plan), { unionPath: path, sizeClass, sex }, clubIds)?.id === pool.id,
  );
  const places = leading.map((union) => ({ union, isEligible: mayCome(plan, union.path, sex) }));
  const eligible = places.filter(({ isEligible }) => isEligible);
  if (eligible.length > 0) return eligible;
  return places.length > 0 ? places : [{ union: null, isEligible: mayCome(plan, null, sex) }];
}

function ownersOf({ hosts, invited }: Plan, { unionId, unionPath }: PlannedPool): PlannedUnion[] {
  const others = [...hosts, ...invited];
  if (unionId === null || unionPath === null) return others;
  // Reports name only unions of hosts and of the rules.
  return [{ id: unionId, path: unionPath, name: '' }, ...others.filter(({ id }) => id !== unionId)].filter(
    ({ path }) => path.startsWith(unionPath),
  );
}

function mayCome({ activity, invited }: Plan, unionPath: string | null, sex: Sex | null): boolean {
  const { eligibility } = activity;
  if (eligibility === null) return true;
  const { unionIds, sex: asked } = eligibility;
  const rules = { unionIds, sizeClasses: [], ageFrom: null, ageTo: null, sex: asked, noShow: null };
  const now = activity.startsAt;
  const grounds = { rules, unionPaths: invited.map(({ path }) => path), neighbourhood: null, day: '', now };
  const unknown = { sizeClass: null, birthDate: null, employmentKind: null, longitude: null, latitude: null };
  const person = { ...unknown, unionPath, sex, isInClub: false, isInGroup: false, blockedUntil: null };
  return judgeEligibility(grounds, person).length === 0;
}
