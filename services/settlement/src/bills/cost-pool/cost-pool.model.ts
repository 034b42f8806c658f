import { DomainError } from '@gongxiang/domain';

type PoolState = 'open' | 'submitted' | 'asked' | 'approved' | 'reversed';
type PoolVerb =
  'edit' | 'compute' | 'submit' | 'approve' | 'return' | 'ask' | 'agree' | 'refuse' | 'cancel' | 'reverse';

/** The state machine of a cost pool; only a shared bill is asked, agreed, refused and cancelled. */
const transitions: Readonly<
  Record<PoolVerb, { readonly from: readonly PoolState[]; readonly to: PoolState }>
> = {
  edit: { from: ['open'], to: 'open' },
  compute: { from: ['open'], to: 'open' },
  submit: { from: ['open'], to: 'submitted' },
  return: { from: ['submitted', 'asked'], to: 'open' },
  approve: { from: ['submitted'], to: 'approved' },
  ask: { from: ['submitted'], to: 'asked' },
  agree: { from: ['asked'], to: 'approved' },
  refuse: { from: ['asked'], to: 'open' },
  cancel: { from: ['open', 'submitted', 'asked'], to: 'reversed' },
  reverse: { from: ['approved'], to: 'reversed' },
};
/** What is empty again in a pool that was returned. */
export const unsubmitted = { submittedBy: null, submittedAt: null, approvedBy: null };

const needOpen: readonly PoolVerb[] = ['edit', 'compute', 'submit'];

/** @throws DomainError 409 `POOL_NOT_OPEN` for verbs that need an open pool, else `ILLEGAL_TRANSITION` */
export function nextState(state: PoolState, verb: PoolVerb): PoolState {
  const { from, to } = transitions[verb];
  if (from.includes(state)) return to;
  throw new DomainError(needOpen.includes(verb) ? 'POOL_NOT_OPEN' : 'ILLEGAL_TRANSITION');
}

/**
 * The activity of a pool, for what exists with an activity only.
 * @throws DomainError 422 `POOL_WITHOUT_ACTIVITY` for a shared bill
 */
export function requireActivity(
  { activityId }: { readonly activityId: string | null },
  pointer?: string,
): string {
  if (activityId !== null) return activityId;
  throw new DomainError('POOL_WITHOUT_ACTIVITY', pointer === undefined ? {} : { pointer });
}

/** @throws DomainError `POOL_NOT_APPROVED` if it was not approved or has been reversed */
export function requireApproved({ state }: { readonly state: PoolState }): void {
  if (state !== 'approved') throw new DomainError('POOL_NOT_APPROVED');
}

/**
 * E67: how far the agreement's order is rotated, so that the first turn passes round among the same parties whatever
 * the order in which each agreement names them. Turns follow the order of the party keys.
 * @param parties keys in the agreement's order
 * @param sequence index of the pool among those of the same parties, from 0
 */
export function rotationOf(parties: readonly string[], sequence: number): number {
  const inTurn = [...parties].sort();
  const first = inTurn[sequence % Math.max(1, inTurn.length)];
  return first === undefined ? 0 : parties.indexOf(first);
}

/** An invoice number normalised for comparison: NFKC, upper case, no white space. */
export function invoiceKey(invoiceNumber: string): string {
  return invoiceNumber.normalize('NFKC').replace(/\s/gu, '').toUpperCase();
}

/** Ten trillion yuan: larger than any bill, yet small enough that sums over many pools fit into a database bigint. */
export const poolFenMax = 1_000_000_000_000_000n;

/** A party and the path of the union whose people count for it; null if nobody counts for it. */
export interface CountedParty {
  readonly key: string;
  readonly unionPath: string | null;
}

/**
 * The headcount of each party: a person counts for the party union they attended for, else for the nearest party
 * above it. Heads of unions outside all parties are left out, see {@link headsOutsideOf}.
 */
export function headcountsOf(
  parties: readonly CountedParty[],
  heads: readonly { readonly unionPath: string; readonly heads: number }[],
): Map<string, number> {
  const counts = new Map(parties.map(({ key }) => [key, 0]));
  for (const { unionPath, heads: count } of heads) {
    const nearest = nearestParty(parties, unionPath);
    if (nearest !== null) counts.set(nearest, (counts.get(nearest) ?? 0) + count);
  }
  return counts;
}

/** The headcount of unions outside all parties. */
export function headsOutsideOf(
  parties: readonly CountedParty[],
  heads: readonly { readonly unionPath: string; readonly heads: number }[],
): number {
  return heads
    .filter(({ unionPath }) => nearestParty(parties, unionPath) === null)
    .reduce((sum, { heads: count }) => sum + count, 0);
}

/** The key of the party that a union's people or loans count for; null if the union lies below no party. */
export function nearestParty(parties: readonly CountedParty[], unionPath: string): string | null {
  const above = parties.filter((party) => party.unionPath !== null && unionPath.startsWith(party.unionPath));
  return (
    above.sort((left, right) => (right.unionPath?.length ?? 0) - (left.unionPath?.length ?? 0))[0]?.key ??
    null
  );
}

/**
 * Maps each party to the union whose people count for it. An enterprise counts its union's people unless that union
 * is a party itself, as heads count only once.
 */
export function countedParties(
  parties: readonly { readonly key: string; readonly kind: string; readonly unionPath: string }[],
): CountedParty[] {
  const unions = new Set(parties.filter(({ kind }) => kind === 'union').map(({ unionPath }) => unionPath));
  return parties.map(({ key, kind, unionPath }) => ({
    key,
    unionPath: kind === 'union' || !unions.has(unionPath) ? unionPath : null,
  }));
}
