import type { ApprovalKind, GranteeKind, GrantPriceKind, SizeClassName } from '@gongxiang/contracts';
import { DomainError, isWithin, type Period } from '@gongxiang/domain';

/** To whom a right of use is given, with the union's present place in the tree where it names one. */
export interface Grantee {
  readonly kind: GranteeKind;
  readonly unionId: string | null;
  readonly sizeClass: SizeClassName | null;
}

export interface Right {
  readonly id: string;
  readonly grantee: Grantee;
  /** The place of the grantee's union; null where the grantee is none. */
  readonly granteePath: string | null;
  /** The term [start, end). */
  readonly term: Period;
  readonly approval: ApprovalKind;
  readonly price: GrantPriceKind;
}

export interface Borrower {
  readonly unionId: string;
  readonly path: string;
  readonly sizeClass: SizeClassName | null;
}

/** At most so many rights of one resource are in force at a time: each request looks at all of them. */
export const rightsMax = 200;

/**
 * The right by which a union may borrow for the whole of a period: of several the one that asks least of it, automatic
 * before custodian, free before shared cost, the older before the younger. Two terms are never added up.
 * @returns null where none covers both the union and the period
 */
export function findRight(borrower: Borrower, period: Period, rights: readonly Right[]): Right | null {
  const covering = rights.filter((right) => covers(right.term, period) && includes(right, borrower));
  return covering.sort(byLeastAsked)[0] ?? null;
}

/**
 * A grantee with just the fields that its kind needs.
 * @throws DomainError `GRANTEE_INCOMPLETE`
 */
export function checkGrantee(to: {
  readonly kind: GranteeKind;
  readonly unionId?: string | null;
  readonly sizeClass?: SizeClassName | null;
}): Grantee {
  const needsUnion = to.kind === 'union' || to.kind === 'subtree';
  const unionId = needsUnion ? (to.unionId ?? null) : null;
  const sizeClass = to.kind === 'sizeClass' ? (to.sizeClass ?? null) : null;
  if (needsUnion && unionId === null) throw new DomainError('GRANTEE_INCOMPLETE', { pointer: '/to/unionId' });
  if (to.kind === 'sizeClass' && sizeClass === null) {
    throw new DomainError('GRANTEE_INCOMPLETE', { pointer: '/to/sizeClass' });
  }
  return { kind: to.kind, unionId, sizeClass };
}

function covers(term: Period, period: Period): boolean {
  return term.start <= period.start && period.end <= term.end;
}

function includes({ grantee, granteePath }: Right, borrower: Borrower): boolean {
  switch (grantee.kind) {
    case 'everyone':
      return true;
    case 'union':
      return grantee.unionId === borrower.unionId;
    case 'subtree':
      return granteePath !== null && isWithin(borrower.path, granteePath);
    case 'sizeClass':
      return borrower.sizeClass !== null && grantee.sizeClass === borrower.sizeClass;
  }
}

function byLeastAsked(left: Right, right: Right): number {
  const burden = (one: Right): number =>
    (one.approval === 'automatic' ? 0 : 2) + (one.price === 'free' ? 0 : 1);
  return burden(left) - burden(right) || (left.id < right.id ? -1 : 1);
}
