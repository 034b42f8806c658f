import { type ActionRule, type Actor, mayDo, type Subject } from '@gongxiang/domain';
import type { Matter } from '@gongxiang/contracts/words/matter';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { delegatedSubject } from '../../reference/delegation/delegated.js';
import { matterOf } from '../../reference/delegation/delegation.model.js';
import { type Mandated, mandatesFor, recordActing, placesFor } from '../../reference/mandate/acting.js';
import type { ReferenceRepository } from '../../reference/reference.repository.js';
import type { ResourceRow } from '../resource/resource.entity.js';
import { managedBy } from '../resource/resource.model.js';
import type { Borrower } from '../resource/right.model.js';
import type { Asked } from '../resource/right.service.js';
import type { LoanRow } from './loan.entity.js';

/** A loan with its two sides. */
export interface LoanSides {
  readonly loan: LoanRow;
  readonly resource: ResourceRow;
  /** Those who decide for the owner, with whether that is delegated to the caller. People who may see the loan get 403, all others 404. */
  readonly owner: Subject;
  readonly borrower: LoanBorrower;
  /** The path of the union behind the owner. */
  readonly ownerPath: string;
}

export interface LoanBorrower extends Borrower {
  /** Those who see to the loan for the borrower, with whether the caller acts for the party in whose name it is borrowed. */
  readonly subject: Subject;
  /** The paths of its officers, and of the unions it has mandated. */
  readonly paths: readonly string[];
  readonly mandates: readonly Mandated[];
}

export async function sidesOfLoan(
  tx: Transaction,
  references: ReferenceRepository,
  loan: LoanRow,
  resource: ResourceRow,
): Promise<LoanSides> {
  const ownerUnion = await references.union(tx, loan.ownerUnionId);
  const borrowerUnion = await references.union(tx, loan.borrowerUnionId);
  const mandates = await mandatesFor(tx, { scope: 'lending', forPaths: [borrowerUnion.path] });
  const paths = placesFor(borrowerUnion.path, mandates);
  const borrower = {
    subject: await delegatedSubject(tx, actions.seeLoan, { paths, matters: partyOfLoan(loan) }),
    paths,
    mandates,
    unionId: borrowerUnion.id,
    path: borrowerUnion.path,
    sizeClass: borrowerUnion.sizeClass,
    longitude: borrowerUnion.longitude,
    latitude: borrowerUnion.latitude,
  };
  const owner = await delegatedSubject(tx, actions.decideLoan, managedBy(resource, ownerUnion.path));
  const { actor } = tx.call;
  const visible = actor !== null && maySee(actor, loan, { owner, borrower });
  return { loan, resource, borrower, owner: { ...owner, visible }, ownerPath: ownerUnion.path };
}

/** What may have been delegated of the borrower's side: to act for the party in whose name it is borrowed. */
function partyOfLoan({ partyKind: kind, partyId: id }: LoanRow): Matter[] {
  return kind === null || id === null ? [] : matterOf({ kind, id });
}

/** Officers of both sides, the person who requested it, and the personal owner. */
function maySee(actor: Actor, loan: LoanRow, sides: { owner: Subject; borrower: LoanBorrower }): boolean {
  return (
    actor.personId === loan.requestedBy ||
    mayDo(actor, actions.seeLoan, sides.owner) ||
    mayDo(actor, actions.seeLoan, sides.borrower.subject)
  );
}

/** Records the mandate by which the caller acts for the borrower. */
export function recordLendingMandate(
  tx: Transaction,
  loan: LoanRow,
  borrower: LoanBorrower,
  rule: ActionRule,
): void {
  const { path, mandates } = borrower;
  recordActing(tx, mandates, { rule, scope: 'lending', path, aboutId: loan.id });
}

/** The facts of a loan for a repeated check of its right. */
export function askedBy({ id: loanId, business, quantity }: LoanRow): Asked {
  return { loanId, business, quantity };
}

/** Whether the caller acts for this side of a loan. */
export function isOn(tx: Transaction, side: Subject): boolean {
  return tx.call.actor !== null && mayDo(tx.call.actor, actions.decideLoan, side);
}
