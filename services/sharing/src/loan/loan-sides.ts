import { type Actor, mayDo, type Subject } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import type { ReferenceRepository } from '../reference/reference.repository.js';
import type { ResourceRow } from '../resource/resource.entity.js';
import { keptBy } from '../resource/resource.model.js';
import type { Borrower } from '../resource/right.model.js';
import type { LoanRow } from './loan.entity.js';

/** A loan with its two sides. */
export interface LoanSides {
  readonly loan: LoanRow;
  readonly resource: ResourceRow;
  /** Whoever decides for the owner. Whoever may see the loan is told that he may not (403), all others nothing (404). */
  readonly owner: Subject;
  readonly borrower: Borrower;
  /** The place of the union behind the owner. */
  readonly ownerPath: string;
}

export async function sidesOfLoan(
  tx: Transaction,
  references: ReferenceRepository,
  loan: LoanRow,
  resource: ResourceRow,
): Promise<LoanSides> {
  const ownerUnion = await references.union(tx, loan.ownerUnionId);
  const borrowerUnion = await references.union(tx, loan.borrowerUnionId);
  const borrower = {
    unionId: borrowerUnion.id,
    path: borrowerUnion.path,
    sizeClass: borrowerUnion.sizeClass,
  };
  const owner = keptBy(resource, ownerUnion.path);
  const { actor } = tx.call;
  const visible = actor !== null && maySee(actor, loan, { owner, borrower });
  return { loan, resource, borrower, owner: { ...owner, visible }, ownerPath: ownerUnion.path };
}

/** The officers of both sides, the person who asked, and the person whose own it is. */
export function maySee(actor: Actor, loan: LoanRow, sides: { owner: Subject; borrower: Borrower }): boolean {
  return (
    actor.personId === loan.requestedBy ||
    mayDo(actor, actions.seeLoan, sides.owner) ||
    mayDo(actor, actions.seeLoan, { paths: [sides.borrower.path] })
  );
}
