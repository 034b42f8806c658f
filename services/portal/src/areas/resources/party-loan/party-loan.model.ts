import type { components } from '../../../api/schema.js';
import type { Delegation } from '../../../session/use-delegated.js';

export type PartyLoan = components['schemas']['PartyLoanView'];
export type PartyLoanState = PartyLoan['state'];
export type BorrowingParty = PartyLoan['party'];

export const partyLoanStates = [
  'waiting',
  'agreed',
  'declined',
  'withdrawn',
  'lapsed',
] as const satisfies PartyLoanState[];

const borrowingKinds: readonly string[] = [
  'club',
  'organisation',
  'enterprise',
] satisfies BorrowingParty['kind'][];

/** The parties in whose name somebody may ask their unions to borrow. */
export function borrowingParties(
  held: readonly Delegation[],
): readonly (BorrowingParty & { readonly name: string })[] {
  return held.flatMap(({ matterKind, matterId: id, matterName: name }) =>
    borrowingKinds.includes(matterKind) ? [{ kind: matterKind as BorrowingParty['kind'], id, name }] : [],
  );
}
