import { Injectable } from '@nestjs/common';
import type { LoanView } from '@gongxiang/contracts/sharing/lending/loan.contract';
import { DomainError } from '@gongxiang/domain';
import { Push, schedule, unschedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { BookingService } from '../resource/booking.service.js';
import { timeFreed } from '../resource/time-freed.js';
import type { Agreed } from '../resource/right.model.js';
import type { LoanRow } from './loan.entity.js';
import { dueSoonAt, reservedEnd, nextState, openStates, replyTimes } from './loan.model.js';
import { LoanRepository } from './loan.repository.js';
import { type LoanSides, sidesOfLoan } from './loan-sides.js';
import { loanChanged, loanView } from './loan.view.js';

/** Due work: a return is near, or over. */
export const loanReminderDue = 'loan-reminder';
export const loanOverdueDue = 'loan-overdue';
/** Due work: is anything open of a loan that came back? */
export const loanClosingDue = 'loan-closing';
/** Due work: a loan came back, for whoever counts the loans of what it took. */
export const loanReturnedDue = 'loan-returned';
/** Due work: an extension was not decided in time, or not before the loan was over. */
export const extensionExpiryDue = 'extension-expiry';

/** What every step of a loan does, whichever way it comes: at the desk, from a device, or by itself (E56). */
@Injectable()
export class LoanSteps {
  constructor(
    private readonly loans: LoanRepository,
    private readonly booking: BookingService,
    private readonly references: ReferenceRepository,
    private readonly push: Push,
  ) {}

  /** Locks the resource, then the loan. @throws DomainError `NOT_FOUND` */
  async lock(tx: Transaction, loanId: string): Promise<LoanSides> {
    const known = await this.loans.findById(tx, loanId);
    if (known === null) throw new DomainError('NOT_FOUND');
    const { resource } = await this.booking.lock(tx, known.resourceId);
    const loan = await this.loans.lockById(tx, loanId);
    if (loan === null) throw new DomainError('NOT_FOUND');
    return sidesOfLoan(tx, this.references, loan, resource);
  }

  /** Without a lock, for looking at it. @throws DomainError `NOT_FOUND`, also for whom it does not concern */
  async look(tx: Transaction, loanId: string): Promise<LoanSides> {
    const loan = await this.loans.findById(tx, loanId);
    const resource = loan && (await this.booking.find(tx, loan.resourceId));
    if (loan === null || resource === null) throw new DomainError('NOT_FOUND');
    const sides = await sidesOfLoan(tx, this.references, loan, resource);
    if (!sides.owner.visible) throw new DomainError('NOT_FOUND');
    return sides;
  }

  /**
   * A thing that is fetched before its time needs that time too: the same constraint decides.
   * @param at when it was fetched, which a device may tell later
   * @throws DomainError `ILLEGAL_TRANSITION`, `LOAN_OVER`, `SLOT_TAKEN`, `RESOURCE_OUT`
   */
  async handOut(tx: Transaction, { loan, resource }: LoanSides, at: Date): Promise<LoanRow> {
    const state = nextState(loan.state, 'handOver');
    if (resource.lending === 'access') throw new DomainError('ACCESS_NOT_HANDED_OVER');
    if (loan.endsAt <= at) throw new DomainError('LOAN_OVER');
    if (at < loan.startsAt) await this.booking.beginBy(tx, loan.id, at);
    await this.remind(tx, loan);
    return this.write(tx, { ...loan, state, handedOverAt: at }, loan);
  }

  /** What comes back early is free early, after the turnaround (E54). @throws DomainError `ILLEGAL_TRANSITION` */
  async takeBack(tx: Transaction, { loan, resource }: LoanSides, at: Date): Promise<LoanRow> {
    const state = nextState(loan.state, 'giveBack');
    if (at < reservedEnd(loan)) await this.booking.endAt(tx, resource, loan.id, at);
    await timeFreed(tx, resource);
    await unschedule(tx, loanReminderDue, loan.id);
    await unschedule(tx, loanOverdueDue, loan.id);
    await schedule(tx, { kind: loanReturnedDue, key: loan.id, at: tx.now });
    return this.write(tx, { ...loan, state, returnedAt: at, heldUntil: null }, loan);
  }

  /** So many fewer of what is counted: they came back before the others. */
  async lessen(tx: Transaction, { loan, resource }: LoanSides, by: number): Promise<void> {
    await this.booking.lessen(tx, loan.id, resource.id, by);
    await timeFreed(tx, resource);
  }

  /** Does it keep the next one from what it is about? Of what is counted there may be enough for both. */
  async isAlone(tx: Transaction, { resourceId }: LoanRow): Promise<boolean> {
    const resource = await this.booking.find(tx, resourceId);
    return resource?.counting === 'one' || resource?.counting === 'kit';
  }

  /** Is what this loan is about in another hand? Of what is counted there may be enough for both. */
  async isOut(tx: Transaction, { resource }: LoanSides): Promise<boolean> {
    return resource.counting === 'one' && (await this.loans.isOut(tx, resource.id));
  }

  /** Its time is free again. */
  async releaseTime(tx: Transaction, loan: LoanRow): Promise<void> {
    await this.booking.release(tx, loan.id);
    await timeFreed(tx, { id: loan.resourceId });
    await unschedule(tx, 'loan-request-expiry', loan.id);
  }

  /**
   * Gives the loan another end, held or agreed: its booking lasts as long. @throws DomainError `SLOT_TAKEN` (E53)
   */
  async lastUntil(
    tx: Transaction,
    { loan, resource }: LoanSides,
    ends: Pick<LoanRow, 'endsAt' | 'heldUntil'> & Partial<Agreed>,
  ): Promise<LoanRow> {
    // What was left as a deposit when it was handed over stays as it is, whatever right it goes on by.
    const isOut = loan.state === 'handedOver';
    const changed = { ...loan, ...ends, ...(isOut ? { depositFen: loan.depositFen } : {}) };
    await this.booking.endAt(tx, resource, loan.id, reservedEnd(changed));
    if (reservedEnd(changed) < reservedEnd(loan)) await timeFreed(tx, resource);
    if (loan.state === 'handedOver') await this.remind(tx, changed);
    return this.write(tx, changed, loan);
  }

  /** Writes a loan that has changed, and tells it to all whom it concerns. */
  async write(tx: Transaction, changed: LoanRow, before: LoanRow): Promise<LoanRow> {
    const row = { ...changed, ...replyTimes(before, changed, tx.now), version: before.version + 1 };
    await this.loans.update(tx, row);
    const hasLetGo = before.heldUntil !== null && !openStates.includes(row.state);
    if (hasLetGo) await schedule(tx, { kind: extensionExpiryDue, key: row.id, at: tx.now });
    this.hint(tx, row);
    await loanChanged(tx, row, before);
    return row;
  }

  async view(tx: Transaction, row: LoanRow): Promise<LoanView> {
    return loanView(row, tx.now, await this.loans.namesOf(tx, [row]));
  }

  hint(tx: Transaction, { id, version, requestedBy }: LoanRow): void {
    this.push.hint(tx, [requestedBy], { resource: 'loan', id, version });
  }

  /** The borrower hears a day before the end, and both hear when it is over. */
  private async remind(tx: Transaction, { id, endsAt }: LoanRow): Promise<void> {
    const soon = dueSoonAt(endsAt, tx.now);
    if (soon === null) await unschedule(tx, loanReminderDue, id);
    else await schedule(tx, { kind: loanReminderDue, key: id, at: soon });
    await schedule(tx, { kind: loanOverdueDue, key: id, at: endsAt });
  }
}
