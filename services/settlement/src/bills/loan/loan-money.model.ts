import type { EntryKind, LoanEntryKind } from '@gongxiang/contracts/settlement/ledger/ledger.contract';
import { sum } from '@gongxiang/domain';

/** The facts of a loan that the rules need. Amounts in fen. */
export interface ChargedLoan {
  readonly id: string;
  readonly depositFen: bigint | null;
  readonly feeDueFen: bigint | null;
  readonly isHandedOver: boolean;
  readonly isClosed: boolean;
}

export interface OwedDamage {
  readonly id: string;
  /** Zero while it is open, and after it was waived. */
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

/** A step to perform in the ledger. */
export type LoanMove =
  | {
      readonly step: 'post';
      readonly kind: LoanEntryKind;
      readonly sourceId: string;
      readonly amountFen: bigint;
    }
  | { readonly step: 'reverse'; readonly entryId: string };

/**
 * Computes the ledger steps that are missing for the loan's current state. The deposit is held from the handover on.
 * Damages are deducted from it as far as it covers them. The rest is released when the loan is closed, and the fee
 * becomes due then. Waiving a damage returns its deduction. Each step is a new entry, and a second call finds nothing
 * to do.
 */
export function movesOf(
  loan: ChargedLoan,
  damages: readonly OwedDamage[],
  entries: readonly LoanEntry[],
): LoanMove[] {
  const deposit = loan.depositFen ?? 0n;
  const isHeld = entries.some(({ kind }) => kind === 'depositHeld');
  const takesDeposit = loan.isHandedOver && !isHeld && deposit > 0n;
  const waived = waivedDeductions(damages, entries);
  const before =
    depositBalance(entries) + (takesDeposit ? deposit : 0n) + sum(waived.map(({ amountFen }) => amountFen));
  const deductions = deductionsOf(damages, entries, before);
  const left = before - sum(deductions.map(({ amountFen }) => amountFen));
  const releases = loan.isClosed && left > 0n;
  return [
    ...(takesDeposit ? [post('depositHeld', loan.id, deposit)] : []),
    ...waived.map(({ id }): LoanMove => ({ step: 'reverse', entryId: id })),
    ...deductions.map(({ sourceId, amountFen }) => post('depositKept', sourceId, amountFen)),
    ...(releases ? [post('depositReleased', releaseSource(loan, damages, entries), left)] : []),
    ...feeOf(loan, entries),
  ];
}

/** The posted balance of the deposit: held, less deductions for damages and releases. */
export function depositBalance(entries: readonly LoanEntry[]): bigint {
  return (
    totalOf(entries, 'depositHeld') - totalOf(entries, 'depositKept') - totalOf(entries, 'depositReleased')
  );
}

/** The total of the unreversed entries of a kind. */
export function totalOf(entries: readonly LoanEntry[], kind: EntryKind): bigint {
  return sum(entries.filter((one) => one.kind === kind && !one.isReversed).map(({ amountFen }) => amountFen));
}

/** Deductions for damages for which nothing is owed any more. */
function waivedDeductions(damages: readonly OwedDamage[], entries: readonly LoanEntry[]): LoanEntry[] {
  const owed = new Set(damages.filter(({ owedFen }) => owedFen > 0n).map(({ id }) => id));
  return entries.filter(
    ({ kind, sourceId, isReversed }) => kind === 'depositKept' && !isReversed && !owed.has(sourceId),
  );
}

/** One deduction per posted damage, in order, until the deposit is used up. */
function deductionsOf(
  damages: readonly OwedDamage[],
  entries: readonly LoanEntry[],
  held: bigint,
): { readonly sourceId: string; readonly amountFen: bigint }[] {
  let left = held;
  return damages.flatMap(({ id: sourceId, owedFen }) => {
    const isPosted = entries.some(
      (one) => one.kind === 'damage' && one.sourceId === sourceId && !one.isReversed,
    );
    const isDeducted = entries.some((one) => one.kind === 'depositKept' && one.sourceId === sourceId);
    const amountFen = owedFen < left ? owedFen : left;
    if (!isPosted || isDeducted || amountFen <= 0n) return [];
    left -= amountFen;
    return [{ sourceId, amountFen }];
  });
}

/**
 * A source has one entry of a kind, so a deduction returned after the loan was closed is released with the damage as
 * source.
 */
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
