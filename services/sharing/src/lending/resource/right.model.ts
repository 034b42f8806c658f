import type { FeeUnit, GrantPriceKind } from '@gongxiang/contracts/sharing/lending/grant-terms';
import type { UnionBusiness } from '@gongxiang/contracts/sharing/sharing-events';
import type { Period } from '@gongxiang/domain';
import { type Borrower, type Grantee, type PartyFacts, includes } from './grantee.model.js';
import { feeOf, isAtTimes, servesPurpose, type Terms } from './terms.model.js';

export type { Borrower } from './grantee.model.js';

/** A right of use as it stands now. */
export interface Right extends Terms {
  readonly id: string;
  readonly version: number;
  readonly grantee: Grantee;
  readonly grounds: PartyFacts;
  /** The term [start, end); a revocation ends it earlier. */
  readonly term: Period;
  readonly price: GrantPriceKind;
}

/** At most so many rights of one resource are in force at a time: each request looks at all of them. */
export const rightsMax = 200;

/**
 * The right by which a union may borrow for the whole of a period: of several the one that asks least of it, automatic
 * before custodian, free before paid, the older before the younger. Two terms are never added up.
 * @param business what it is for; a right that is given for some purposes alone covers no loan that says none
 * @returns null where none covers the union, the period and the purpose
 */
export function findRight(
  borrower: Borrower,
  period: Period,
  rights: readonly Right[],
  business: UnionBusiness | null = null,
): Right | null {
  return findRights(borrower, period, rights, business)[0] ?? null;
}

/** All rights by which it may, the one that asks least first. */
export function findRights(
  borrower: Borrower,
  period: Period,
  rights: readonly Right[],
  business: UnionBusiness | null,
): Right[] {
  const covering = rights.filter(
    (right) =>
      covers(right.term, period) &&
      reaches(right, borrower) &&
      isAtTimes(right.times, period) &&
      servesPurpose(right, business),
  );
  return covering.sort(byLeastAsked);
}

/** All rights by which it may now, the one that asks least first: no time is said yet, nor a purpose. */
export function rightsNow(borrower: Borrower, now: Date, rights: readonly Right[]): Right[] {
  return rights
    .filter((right) => right.term.start <= now && now < right.term.end && reaches(right, borrower))
    .sort(byLeastAsked);
}

/** What a loan keeps of the right under which it is asked for or approved, whatever becomes of that. */
export interface Agreed {
  readonly grantId: string | null;
  readonly grantVersion: number | null;
  readonly feeFen: bigint | null;
  /** Of each unit, by which the fee is counted again once it is known how long the loan was out. */
  readonly feeEachFen: bigint | null;
  readonly feePer: FeeUnit | null;
  readonly depositFen: bigint | null;
  readonly priceText: string | null;
}

/** @param right null where the union lends to itself */
export function agreedOf(right: Right | null, period: Period): Agreed {
  if (right === null) {
    const price = { feeFen: null, feeEachFen: null, feePer: null, depositFen: null, priceText: null };
    return { grantId: null, grantVersion: null, ...price };
  }
  const { id: grantId, version: grantVersion, charge } = right;
  const { feeFen: feeEachFen, per: feePer, depositFen, text: priceText } = charge;
  const feeFen = feeOf(charge, period);
  return { grantId, grantVersion, feeFen, feeEachFen, feePer, depositFen, priceText };
}

export function reaches({ grantee, grounds: facts }: Right, borrower: Borrower): boolean {
  return includes(grantee, facts, borrower);
}

export function covers(term: Period, period: Period): boolean {
  return term.start <= period.start && period.end <= term.end;
}

export function byLeastAsked(left: Right, right: Right): number {
  return burden(left) - burden(right) || (left.id < right.id ? -1 : 1);
}

/** Waiting for a person weighs more than any price. */
function burden({ approval, charge }: Right): number {
  const money = (charge.kind === 'free' ? 0 : 2) + (charge.depositFen === null ? 0 : 1);
  return (approval === 'automatic' ? 0 : 4) + money;
}
