import { type Gate, judgeScan, nobodyCame, type Scan, type Verdict } from '@gongxiang/domain/door';
import { chosen } from './crowd.model.js';
import type { Plan } from './plan.model.js';
import type { Attempt } from './sign-up.model.js';

export interface HeadsOfUnion {
  readonly unionId: string;
  readonly unionPath: string;
  readonly heads: number;
}

export interface AtTheDoor {
  readonly scans: number;
  readonly came: number;
  /** Registrations with a seat that nobody used. */
  readonly noShows: number;
  readonly walkIns: number;
  readonly refused: number;
  readonly walkInsNotPermitted: number;
  readonly heads: readonly HeadsOfUnion[];
}

interface Turnout {
  /** Percent of those with a seat who come. */
  readonly presentShare: number;
  /** People who come without having signed up. */
  readonly walkIns: number;
}

const ticket: Omit<Scan, 'registration'> = {
  direction: 'in',
  ...nobodyCame,
  heads: null,
  walkIn: false,
  confirmed: false,
  turnedAway: false,
  targets: 1,
  namesPerson: false,
  personKnown: true,
  isPresent: false,
};
const walkIn: Scan = { ...ticket, registration: null, walkIn: true, confirmed: true, namesPerson: true };

/** Scans those who come, by the rules of the door, and counts them like a closed activity. */
export function openDoors(
  plan: Pick<Plan, 'activity'>,
  holders: readonly Attempt[],
  turnout: Turnout,
  gate: Gate,
): AtTheDoor {
  const present = chosen(holders, turnout.presentShare, 'present');
  const seats = present.map((attempt) => ({ attempt, verdict: judgeScan(scanOf(attempt), gate) }));
  const strangers = Array.from({ length: turnout.walkIns }, () => judgeScan(walkIn, gate));
  const verdicts = [...seats.map(({ verdict }) => verdict), ...strangers];
  const inside = verdicts.filter(isIn);
  const { unionId, unionPath } = plan.activity;
  const own = { unionId, unionPath };
  const heads = [
    ...seats
      .filter(({ verdict }) => isIn(verdict))
      .map(({ attempt, verdict }) => ({ ...(unionOf(attempt) ?? own), heads: verdict.heads })),
    // Walk-ins count for the organiser here: their unions are unknown.
    ...strangers.filter(isIn).map((verdict) => ({ ...own, heads: verdict.heads })),
  ];
  return {
    scans: verdicts.length,
    came: sumOf(inside),
    noShows: holders.length - seats.filter(({ verdict }) => isIn(verdict)).length,
    walkIns: strangers.filter(isIn).length,
    refused: verdicts.length - inside.length,
    walkInsNotPermitted: strangers.filter(({ code }) => code === 'WALK_IN_NOT_PERMITTED').length,
    heads: summedByUnion(heads),
  };
}

function scanOf({ heads }: Attempt): Scan {
  return { ...ticket, registration: { state: 'confirmed', heads } };
}

function isIn({ result }: Verdict): boolean {
  return result === 'checkedIn';
}

/** The union that owned the seat; for the common pool the person's own. */
function unionOf({ guest: { pool, union } }: Attempt): Omit<HeadsOfUnion, 'heads'> | null {
  if (pool.unionId !== null && pool.unionPath !== null)
    return { unionId: pool.unionId, unionPath: pool.unionPath };
  return union && { unionId: union.id, unionPath: union.path };
}

function summedByUnion(heads: readonly HeadsOfUnion[]): HeadsOfUnion[] {
  const sums = new Map<string, HeadsOfUnion>();
  for (const one of heads) {
    const before = sums.get(one.unionId)?.heads ?? 0;
    sums.set(one.unionId, { ...one, heads: before + one.heads });
  }
  return [...sums.values()];
}

function sumOf(verdicts: readonly Verdict[]): number {
  return verdicts.reduce((sum, { heads }) => sum + heads, 0);
}
