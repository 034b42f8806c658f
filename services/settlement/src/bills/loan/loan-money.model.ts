import type { EntryKind, LoanEntryKind } from '@gongxiang/contracts/settlement/ledger/ledger.contract';
import { sum } from '@gongxiang/domain';

/** What the rules look at of a loan. Amounts in fen. */
export interface ChargedLoan {
  readonly id: string;
  readonly depositFen: bigint | null;
  readonly feeDueFen: bigint | null;
  readonly isHandedOver: boolean;
  readonly isClosed: boolean;
}

export interface OwedDamage {
  readonly id: string;
  /** Zero as long as it is open, and where it was let off. */
  readonly owedFen: bigint;
}

/** An entry of the ledger about a loan or one of its damages. */
export interface LoanEntry {
  readonly id: string;
  readonly kind: EntryKind;
  /** The loan, or the damage. */
  readonly sourceId: string;
  readonly amountFen: bigint;
  readonly isReversed: boolean;
}

/** What is to be done in the ledger. */
export type LoanMove =
  | {
      readonly step: 'post';
      readonly kind: LoanEntryKind;
      readonly sourceId: string;
      readonly amountFen: bigint;
    }
  | { readonly step: 'reverse'; readonly entryId: string };

/**
 * Brings the ledger from what is posted of a loan to what it has come to. The deposit is held from the hand-over on; what is
 * owed for a damage is kept of it as far as it goes; what is left is released once the loan is closed, and then its fee is
 * owed. A damage that is let off gives back what was kept for it. Nothing is ever changed: each step is a new entry, and a
 * second call finds nothing to do.
 */
export function movesOf(
  loan: ChargedLoan,
  damages: readonly OwedDamage[],
  entries: readonly LoanEntry[],
): LoanMove[] {
  const deposit = loan.depositFen ?? 0n;
  const isHeld = entries.some(({ kind }) => kind === 'depositHeld');
  const holds = loan.isHandedOver && !isHeld && deposit > 0n;
  const back = letOff(damages, entries);
  const before = heldOf(entries) + (holds ? deposit : 0n) + sum(back.map(({ amountFen }) => amountFen));
  const kept = keepsOf(damages, entries, before);
  const left = before - sum(kept.map(({ amountFen }) => amountFen));
  const releases = loan.isClosed && left > 0n;
  return [
    ...(holds ? [post('depositHeld', loan.id, deposit)] : []),
    ...back.map(({ id }): LoanMove => ({ step: 'reverse', entryId: id })),
    ...kept.map(({ sourceId, amountFen }) => post('depositKept', sourceId, amountFen)),
    ...(releases ? [post('depositReleased', releaseSource(loan, damages, entries), left)] : []),
    ...feeOf(loan, entries),
  ];
}

/** What is held of the deposit by what is posted: held, less what was kept for damages and what was released. */
export function heldOf(entries: readonly LoanEntry[]): bigint {
  return (
    totalOf(entries, 'depositHeld') - totalOf(entries, 'depositKept') - totalOf(entries, 'depositReleased')
  );
}

/** Of the entries of a kind that stand. */
export function totalOf(entries: readonly LoanEntry[], kind: EntryKind): bigint {
  return sum(entries.filter((one) => one.kind === kind && !one.isReversed).map(({ amountFen }) => amountFen));
}

/** What was kept for damages that nothing is owed for any more. */
function letOff(damages: readonly OwedDamage[], entries: readonly LoanEntry[]): LoanEntry[] {
  const owed = new Set(damages.filter(({ owedFen }) => owedFen > 0n).map(({ id }) => id));
  return entries.filter(
    ({ kind, sourceId, isReversed }) => kind === 'depositKept' && !isReversed && !owed.has(sourceId),
  );
}

/** Of damages that are posted, each once, in their order, as long as something is held. */
function keepsOf(
  damages: readonly OwedDamage[],
  entries: readonly LoanEntry[],
  held: bigint,
): { readonly sourceId: string; readonly amountFen: bigint }[] {
  let left = held;
  return damages.flatMap(({ id: sourceId, owedFen }) => {
    const isPosted = entries.some(
      (one) => one.kind === 'damage' && one.sourceId === sourceId && !one.isReversed,
    );
    const wasKept = entries.some((one) => one.kind === 'depositKept' && one.sourceId === sourceId);
    const amountFen = owedFen < left ? owedFen : left;
    if (!isPosted || wasKept || amountFen <= 0n) return [];
    left -= amountFen;
    return [{ sourceId, amountFen }];
  });
}

/** A source has one entry of a kind: what a damage gives back after the loan was closed is released in its name. */
function releaseSource(
  loan: ChargedLoan,
  damages: readonly OwedDamage[],
  entries: readonly LoanEntry[],
): string {
  const used = new Set(entries.filter(({ kind }) => kind === 'depositReleased').map((one) => one.sourceId));
  return [loan.id, ...damages.map(({ id }) => id)].find((id) => !used.has(id)) ?? loan.id;
}

function feeOf(loan: ChargedLoan, entries: readonly LoanEntry[]): LoanMove[] {
  const fee = loan.isClosed ? (loan.feeDueFen ?? 0n) : 0n;
  const isPosted = entries.some(({ kind }) => kind === 'loanFee');
  return fee > 0n && !isPosted ? [post('loanFee', loan.id, fee)] : [];
}

function post(kind: LoanEntryKind, sourceId: string, amountFen: bigint): LoanMove {
  return { step: 'post', kind, sourceId, amountFen };
}
