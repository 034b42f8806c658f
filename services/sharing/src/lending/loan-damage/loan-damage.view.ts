import type { DamageView } from '@gongxiang/contracts/sharing/lending/loan-damage.contract';
import { type LoanDamageStateData, sharingEvents } from '@gongxiang/contracts/sharing/sharing-events';
import { mayDo, toWire } from '@gongxiang/domain';
import { recordEvent } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { awaitsMayChange } from '../loan/loan-awaits-due.js';
import type { LoanSides } from '../loan/loan-sides.js';
import { bookedTitle } from '../resource/resource.model.js';
import type { DamageRow } from './loan-damage.entity.js';
import { damageLife, decidingPath, isOpen } from './loan-damage.model.js';

/** @param sides of its loan, which determine what the caller may do */
export function damageView(tx: Transaction, row: DamageRow, sides: LoanSides): DamageView {
  const { id, loanId, version, handoverId, note, state, objection, reason } = row;
  return {
    id,
    loanId,
    version,
    handoverId,
    note,
    state,
    objection,
    reason,
    amount: toWire(row.amountFen),
    owed: row.owedFen === null ? null : toWire(row.owedFen),
    claimedAt: row.claimedAt.toISOString(),
    answerBy: row.answerBy.toISOString(),
    settledAt: row.settledAt?.toISOString() ?? null,
    ...mayOf(tx, row, sides),
  };
}

function mayOf(
  tx: Transaction,
  row: DamageRow,
  { owner, ownerPath, borrower }: LoanSides,
): Pick<DamageView, 'mayAnswer' | 'mayDecide' | 'mayWithdraw'> {
  const { actor } = tx.call;
  if (actor === null) return { mayAnswer: false, mayDecide: false, mayWithdraw: false };
  const isTime = row.state === 'disputed' || (row.state === 'claimed' && tx.now >= row.answerBy);
  const decides = mayDo(actor, actions.decideDamage, { paths: [decidingPath(ownerPath, borrower.path)] });
  return {
    mayAnswer:
      isOpen(row) &&
      row.claimedBy !== actor.personId &&
      mayDo(actor, actions.answerDamage, { paths: [borrower.path] }),
    mayDecide: isTime && decides && !isPartisan(row, actor.personId),
    mayWithdraw: damageLife[row.state].withdraw !== undefined && mayDo(actor, actions.claimDamage, owner),
  };
}

/** A person who claimed or disputed it has an interest in it. */
export function isPartisan({ claimedBy, answeredBy }: DamageRow, personId: string): boolean {
  return personId === claimedBy || personId === answeredBy;
}

/** The state published to settlement: what the borrower owes by now. */
export function damageState(row: DamageRow, loan: DamagedLoan): LoanDamageStateData {
  const { id, version, loanId, state, reason } = row;
  return {
    id,
    version,
    loanId,
    state,
    reason,
    owed: toWire(row.owedFen ?? 0n),
    by: row.settledBy ?? row.claimedBy,
    ownerUnionId: loan.ownerUnionId,
    borrowerUnionId: loan.borrowerUnionId,
    title: loan.title,
  };
}

export interface DamagedLoan {
  readonly ownerUnionId: string;
  readonly borrowerUnionId: string;
  /** What was borrowed, as it is booked. */
  readonly title: string;
}

/** Records a change of a damage in the audit trail and publishes it. */
export async function damageChanged(
  tx: Transaction,
  row: DamageRow,
  { loan, resource }: LoanSides,
  before: DamageRow | null,
): Promise<void> {
  tx.audit({ noun: 'loanDamage', id: row.id, before: before && audited(before), after: audited(row) });
  const { ownerUnionId, borrowerUnionId } = loan;
  const about = { ownerUnionId, borrowerUnionId, title: bookedTitle(resource) };
  await recordEvent(tx, sharingEvents.loanDamageChanged, row.id, damageState(row, about));
  await awaitsMayChange(tx, loan.id);
}

function audited(row: DamageRow): Record<string, unknown> {
  const { loanId, state, note, objection, reason } = row;
  const owed = row.owedFen === null ? null : String(row.owedFen);
  return { loanId, state, note, amount: String(row.amountFen), owed, objection, reason };
}
