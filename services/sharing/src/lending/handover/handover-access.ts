import { Injectable } from '@nestjs/common';
import type { HandoverSide, HandoverView } from '@gongxiang/contracts/sharing/lending/handover.contract';
import { type Actor, DomainError, mayDo, type Subject } from '@gongxiang/domain';
import { schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { isOpen } from '../loan-damage/loan-damage.model.js';
import { DamageRepository } from '../loan-damage/loan-damage.repository.js';
import type { LoanSides } from '../loan/loan-sides.js';
import { loanClosingDue, LoanSteps } from '../loan/loan-steps.js';
import type { HandoverRow } from './handover.entity.js';
import { mayClose, objectionUntil, standingOf } from './handover.model.js';
import { HandoverPieces } from './handover-pieces.js';
import { HandoverRepository } from './handover.repository.js';
import { handoverView } from './handover.view.js';

/** Determines the caller's side, and applies handovers to their loan. */
@Injectable()
export class HandoverAccess {
  constructor(
    private readonly steps: LoanSteps,
    private readonly handovers: HandoverRepository,
    private readonly damages: DamageRepository,
    readonly pieces: HandoverPieces,
  ) {}

  /**
   * The side of the caller; the owner's if they are on both. @throws DomainError `NOT_FOUND` for uninvolved callers
   */
  sideOf(tx: Transaction, sides: LoanSides): HandoverSide {
    const { actor } = tx.call;
    const isOwner = actor !== null && mayDo(actor, actions.handLoan, sides.owner);
    const side = isOwner ? 'owner' : 'borrower';
    tx.authorise(actions.handLoan, subjectOf(sides, side));
    return side;
  }

  /**
   * Requires a caller on the side that did not record it. @throws DomainError `OTHER_SIDE_CONFIRMS`, `NOT_FOUND`
   */
  requireOther(tx: Transaction, sides: LoanSides, row: HandoverRow): void {
    this.sideOf(tx, sides);
    const { actor } = tx.call;
    if (actor !== null && mayAnswer(actor, sides, row)) return;
    throw new DomainError('OTHER_SIDE_CONFIRMS');
  }

  /** Applies a handover that counts to its loan: the first one hands it out, the last return ends it. */
  async apply(tx: Transaction, sides: LoanSides, row: HandoverRow): Promise<LoanSides> {
    const { loan } = sides;
    if (row.direction === 'out') {
      const isOut = loan.state === 'handedOver';
      const after = isOut ? loan : await this.steps.handOut(tx, sides, row.happenedAt);
      await this.pieces.handOut(tx, sides, row);
      return { ...sides, loan: after };
    }
    const all = await this.handovers.listOf(tx, loan.id);
    const { outNow } = standingOf(all, loan.quantity);
    if (outNow > 0) return this.takeSomeBack(tx, sides, row);
    await this.pieces.takeAllBack(tx, sides, row);
    const returned = await this.steps.takeBack(tx, sides, row.happenedAt);
    await schedule(tx, { kind: loanClosingDue, key: loan.id, at: objectionUntil(row.happenedAt) });
    return { ...sides, loan: returned };
  }

  /** A partial return is free before the rest (E54). */
  private async takeSomeBack(tx: Transaction, sides: LoanSides, row: HandoverRow): Promise<LoanSides> {
    if (sides.resource.counting === 'pieces') await this.pieces.takeBack(tx, sides, row);
    await this.steps.lessen(tx, sides, row.quantity);
    return sides;
  }

  /**
   * Closes the loan if it is over: checked after each answer, and when the time for objections ends. @returns the
   * loan after that
   */
  async closeIfOver(tx: Transaction, sides: LoanSides): Promise<LoanSides> {
    const { loan } = sides;
    const handovers = await this.handovers.listOf(tx, loan.id);
    const damages = await this.damages.listOf(tx, loan.id);
    const hasOpenDamage = damages.some(isOpen);
    if (!mayClose(loan, handovers, { hasOpenDamage, now: tx.now })) return sides;
    return { ...sides, loan: await this.steps.write(tx, { ...loan, closedAt: tx.now }, loan) };
  }

  async view(tx: Transaction, sides: LoanSides, row: HandoverRow): Promise<HandoverView> {
    const [view] = await this.views(tx, sides, [row]);
    if (view === undefined) throw new DomainError('NOT_FOUND');
    return view;
  }

  async views(tx: Transaction, sides: LoanSides, rows: readonly HandoverRow[]): Promise<HandoverView[]> {
    const names = await this.handovers.namesOf(tx, rows);
    const pictures = await this.handovers.picturesOf(tx, sides.loan.id);
    const labels = await this.handovers.labelsOf(tx, rows);
    const { actor } = tx.call;
    return rows.map((row) =>
      handoverView(row, {
        names,
        pictures,
        labels,
        mayAnswer: actor !== null && row.state !== 'confirmed' && mayAnswer(actor, sides, row),
      }),
    );
  }
}

/** The person who recorded it cannot answer it, on whichever sides they are. */
function mayAnswer(actor: Actor, sides: LoanSides, row: HandoverRow): boolean {
  if (row.recordedBy === actor.personId) return false;
  const other = row.recordedSide === 'owner' ? 'borrower' : 'owner';
  return mayDo(actor, actions.handLoan, subjectOf(sides, other));
}

function subjectOf({ owner, borrower, loan }: LoanSides, side: HandoverSide): Subject {
  if (side === 'owner') return owner;
  return { ...borrower.subject, personId: loan.requestedBy, visible: owner.visible === true };
}
