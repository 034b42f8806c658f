import type { components } from '../../api/schema.js';

type Grant = components['schemas']['GrantView'];
export type SizeClass = NonNullable<Grant['to']['sizeClass']>;

/** The union that would borrow, as far as it is known. */
export interface Borrower {
  readonly unionId: string;
  readonly path: string | undefined;
  readonly sizeClass: SizeClass | undefined;
}

/** By what right a union may borrow: its own thing, a grant that reaches it, or none. */
export type Right =
  { readonly kind: 'own' } | { readonly kind: 'grant'; readonly grant: Grant } | { readonly kind: 'none' };

interface Case {
  readonly ownerUnionId: string;
  readonly borrower: Borrower;
  /** When it is to be borrowed; the time from now on where that is not said yet. */
  readonly period: { readonly start: number; readonly end: number } | null;
  readonly now: number;
  /** The place in the tree of a union that a grant names. */
  readonly pathOf: (unionId: string) => string | undefined;
}

/**
 * The right that asks least of the borrower, automatic before custodian, free before shared cost, as the platform itself
 * looks for it. It decides what is told beforehand; what holds the platform decides.
 */
export function rightOf(grants: readonly Grant[], about: Case): Right {
  if (about.borrower.unionId === about.ownerUnionId) return { kind: 'own' };
  const covering = grants.filter(
    (grant) => grant.revokedAt === null && lasts(grant, about) && reaches(grant, about),
  );
  const [grant] = covering.sort((left, right) => burden(left) - burden(right));
  return grant === undefined ? { kind: 'none' } : { kind: 'grant', grant };
}

function lasts(grant: Grant, { period, now }: Case): boolean {
  if (period === null) return Date.parse(grant.until) > now;
  return Date.parse(grant.from) <= period.start && period.end <= Date.parse(grant.until);
}

function reaches({ to }: Grant, { borrower, pathOf }: Case): boolean {
  switch (to.kind) {
    case 'everyone':
      return true;
    case 'union':
      return to.unionId === borrower.unionId;
    case 'sizeClass':
      return borrower.sizeClass !== undefined && to.sizeClass === borrower.sizeClass;
    case 'subtree': {
      const above = pathOf(to.unionId ?? '');
      return above !== undefined && (borrower.path ?? '').startsWith(above);
    }
  }
}

function burden({ approval, price }: Grant): number {
  return (approval === 'automatic' ? 0 : 2) + (price.kind === 'free' ? 0 : 1);
}

export type GrantState = 'inForce' | 'later' | 'ended' | 'revoked';

export function grantStateOf(
  { from, until, revokedAt }: Pick<Grant, 'from' | 'until' | 'revokedAt'>,
  now: number,
): GrantState {
  if (revokedAt !== null) return 'revoked';
  if (Date.parse(until) <= now) return 'ended';
  return Date.parse(from) > now ? 'later' : 'inForce';
}
