import { poolsOf, type Rush } from './rush.js';

/** What is in the database of one activity in the end. */
export interface Counted {
  readonly confirmed: number;
  readonly waitlisted: number;
  /** Heads beyond the capacity of a pool. */
  readonly oversold: number;
  /** Registrations beyond one of each person. */
  readonly twice: number;
}

/**
 * Everybody was answered as the rule says, and what was answered is there, in each activity.
 * @param counts of the answers, by status and state
 * @param there of each activity, in their order
 * @returns what is wrong, in words; nothing where all is right
 */
export function faultsOf(
  rush: Rush,
  counts: Readonly<Record<string, number>>,
  there: readonly Counted[],
): string[] {
  const wanted = wantedOf(rush);
  const faults = wanted.flatMap(({ confirmed, waitlisted }, index) => {
    const found = there[index] ?? { confirmed: 0, waitlisted: 0, oversold: 0, twice: 0 };
    return [
      ...(found.oversold > 0 ? [`oversold: ${found.oversold} heads of activity ${index + 1}`] : []),
      ...(found.twice > 0 ? [`twice: ${found.twice} people of activity ${index + 1}`] : []),
      ...unlike(`seats of activity ${index + 1}`, confirmed, found.confirmed),
      ...unlike(`people who wait for activity ${index + 1}`, waitlisted, found.waitlisted),
    ];
  });
  return [
    ...faults,
    ...unlike('people who were told of a seat', sum(wanted, 'confirmed'), counts['201 confirmed'] ?? 0),
    ...unlike('people who were told to wait', sum(wanted, 'waitlisted'), counts['201 waitlisted'] ?? 0),
  ];
}

/** What one person was told in the end, and what is kept of it. */
export interface SignedUp {
  readonly id: string;
  readonly state: string;
}

/** Whatever was acknowledged is there as it was told, and nobody was told what is another's. @returns what is wrong */
export function lostOf(told: readonly SignedUp[], kept: readonly SignedUp[]): string[] {
  const states = new Map(kept.map(({ id, state }) => [id, state]));
  const lost = told.filter(({ id }) => !states.has(id));
  const changed = told.filter(({ id, state }) => states.has(id) && states.get(id) !== state);
  const shared = told.length - new Set(told.map(({ id }) => id)).size;
  return [
    ...(lost.length > 0 ? [`lost: ${lost.length} sign-ups were acknowledged and are not there`] : []),
    ...(changed.length > 0 ? [`changed: ${changed.length} sign-ups are not as they were told`] : []),
    ...(shared > 0 ? [`double: ${shared} sign-ups were told to more than one`] : []),
  ];
}

function wantedOf(rush: Rush): Pick<Counted, 'confirmed' | 'waitlisted'>[] {
  const pools = poolsOf(rush);
  return Array.from({ length: rush.activities }, (_one, number) => {
    const own = pools.filter(({ activity }) => activity === number);
    const confirmed = own.reduce((all, { capacity, wishes }) => all + Math.min(capacity, wishes), 0);
    return { confirmed, waitlisted: own.reduce((all, { wishes }) => all + wishes, -confirmed) };
  });
}

function unlike(what: string, wanted: number, found: number): string[] {
  return wanted === found ? [] : [`wrong: ${found} ${what}, not ${wanted}`];
}

function sum(
  all: readonly Pick<Counted, 'confirmed' | 'waitlisted'>[],
  key: 'confirmed' | 'waitlisted',
): number {
  return all.reduce((whole, one) => whole + one[key], 0);
}
