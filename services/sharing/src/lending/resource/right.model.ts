import type { FeeUnit, GrantPriceKind } from '@gongxiang/contracts/sharing/lending/grant-terms';
import type { UnionBusiness } from '@gongxiang/contracts/sharing/sharing-events';
import type { Period } from '@gongxiang/domain';
import { type Borrower, type Grantee, type PartyFacts, includes } from './grantee.model.js';
import { feeOf, isAtTimes, servesPurpose, type Terms } from './terms.model.js';

export type { Borrower } from './grantee.model.js';

/** The current state of a right of use. */
export interface Right extends Terms {
  readonly id: string;
  readonly version: number;
  readonly grantee: Grantee;
  readonly facts: PartyFacts;
  /** The term [start, end); a revocation ends it earlier. */
  readonly term: Period;
  readonly price: GrantPriceKind;
}

/** The limit of rights of one resource in force at a time: each request reads all of them. */
export const rightsMax = 200;

/**
 * The right by which a union may borrow for a whole period: of several the least demanding, automatic before
 * custodian, free before paid, older before younger. Two terms are never combined.
 * @param business the purpose; a right limited to some purposes does not cover a loan without one
 * @returns null if no right covers the union, the period and the purpose
 */
export function findRight(
  borrower: Borrower,
  period: Period,
  rights: readonly Right[],
  business: UnionBusiness | null = null,
): Right | null {
  return findRights(borrower, period, rights, business)[0] ?? null;
}

/** All rights by which it may, the least demanding first. */
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

/** All rights by which it may now, the least demanding first, without a time or a purpose. */
export function rightsNow(borrower: Borrower, now: Date, rights: readonly Right[]): Right[] {
  return rights
    .filter((right) => right.term.start <= now && now < right.term.end && reaches(right, borrower))
    .sort(byLeastAsked);
}

/** What a loan stores of its right at the time of request or approval, whatever happens to the right. */
export interface Agreed {
  readonly grantId: string | null;
  readonly grantVersion: number | null;
  readonly feeFen: bigint | null;
  /** Per unit; the fee is computed again once it is known how long the loan was out. */
  readonly feeEachFen: bigint | null;
  readonly feePer: FeeUnit | null;
  readonly depositFen: bigint | null;
  readonly priceText: string | null;
}

/** @param right null if the union lends to itself */
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

export function reaches({ grantee, facts }: Right, borrower: Borrower): boolean {
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
