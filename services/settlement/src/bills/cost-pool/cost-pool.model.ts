import { DomainError } from '@gongxiang/domain';

export type PoolState = 'open' | 'submitted' | 'approved' | 'reversed';
export type PoolVerb = 'edit' | 'compute' | 'submit' | 'approve' | 'return' | 'reverse';

/** The whole life of a cost pool: from which state a verb leads, and where to. */
const transitions: Readonly<Record<PoolVerb, { readonly from: PoolState; readonly to: PoolState }>> = {
  edit: { from: 'open', to: 'open' },
  compute: { from: 'open', to: 'open' },
  submit: { from: 'open', to: 'submitted' },
  return: { from: 'submitted', to: 'open' },
  approve: { from: 'submitted', to: 'approved' },
  reverse: { from: 'approved', to: 'reversed' },
};

/** @throws DomainError 409 `POOL_NOT_OPEN` for what needs an open pool, `ILLEGAL_TRANSITION` */
export function nextState(state: PoolState, verb: PoolVerb): PoolState {
  const { from, to } = transitions[verb];
  if (state === from) return to;
  throw new DomainError(from === 'open' ? 'POOL_NOT_OPEN' : 'ILLEGAL_TRANSITION');
}

/** @throws DomainError `POOL_NOT_APPROVED` where it is not approved, or was taken back */
export function requireStanding({ state }: { readonly state: PoolState }): void {
  if (state !== 'approved') throw new DomainError('POOL_NOT_APPROVED');
}

/**
 * E67: how far the agreement's order is rotated so that the turn goes round among the same parties, in whichever order each
 * agreement names them: by the order of their keys, the first pool begins with the first of them.
 * @param parties keys in the agreement's order
 * @param sequence which pool of the same parties it is, from 0
 */
export function rotationOf(parties: readonly string[], sequence: number): number {
  const inTurn = [...parties].sort();
  const first = inTurn[sequence % Math.max(1, inTurn.length)];
  return first === undefined ? 0 : parties.indexOf(first);
}

/** An invoice's number as it is compared: NFKC, capitals, no blanks. */
export function invoiceKey(invoiceNumber: string): string {
  return invoiceNumber.normalize('NFKC').replace(/\s/gu, '').toUpperCase();
}

/** Ten trillion yuan: beyond any bill, and far enough below what the database holds that sums of many pools fit. */
export const poolFenMax = 1_000_000_000_000_000n;

/** A party, with the union whose people count for it; null where nobody does. */
export interface CountedParty {
  readonly key: string;
  readonly unionPath: string | null;
}

/**
 * The heads of each party: a person counts for the party union that he came for, else for the nearest one above it.
 * Heads of unions outside all parties count for nobody: see {@link headsOutsideOf}.
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

/** The heads of unions outside all parties. */
export function headsOutsideOf(
  parties: readonly CountedParty[],
  heads: readonly { readonly unionPath: string; readonly heads: number }[],
): number {
  return heads
    .filter(({ unionPath }) => nearestParty(parties, unionPath) === null)
    .reduce((sum, { heads: count }) => sum + count, 0);
}

/** The key of the party that a union's people, or its loans, count for; null where it lies below none. */
export function nearestParty(parties: readonly CountedParty[], unionPath: string): string | null {
  const above = parties.filter((party) => party.unionPath !== null && unionPath.startsWith(party.unionPath));
  return (
    above.sort((left, right) => (right.unionPath?.length ?? 0) - (left.unionPath?.length ?? 0))[0]?.key ??
    null
  );
}

/**
 * Which union's people count for which party. A union's own; an enterprise's union's, unless that union takes part
 * itself, as heads count once.
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
