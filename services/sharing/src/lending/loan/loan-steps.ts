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

/** Due work: a return is due soon, or overdue. */
export const loanReminderDue = 'loan-reminder';
export const loanOverdueDue = 'loan-overdue';
/** Due work: check whether a returned loan can be closed. */
export const loanClosingDue = 'loan-closing';
/** Due work: a loan was returned, for features that count loans. */
export const loanReturnedDue = 'loan-returned';
/** Due work: an extension was not decided in time, or before the loan was over. */
export const extensionExpiryDue = 'extension-expiry';

/** The steps of a loan, from any source: counter, device, or automatic (E56). */
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

  /** Reads without a lock. @throws DomainError `NOT_FOUND`, also for uninvolved callers */
  async look(tx: Transaction, loanId: string): Promise<LoanSides> {
    const loan = await this.loans.findById(tx, loanId);
    const resource = loan && (await this.booking.find(tx, loan.resourceId));
    if (loan === null || resource === null) throw new DomainError('NOT_FOUND');
    const sides = await sidesOfLoan(tx, this.references, loan, resource);
    if (!sides.owner.visible) throw new DomainError('NOT_FOUND');
    return sides;
  }

  /**
   * An early hand-over needs the earlier time, too: the same constraint decides.
   * @param at when it was handed out, which a device may report later
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

  /** An early return frees the time early, after the turnaround (E54). @throws DomainError `ILLEGAL_TRANSITION` */
  async takeBack(tx: Transaction, { loan, resource }: LoanSides, at: Date): Promise<LoanRow> {
    const state = nextState(loan.state, 'giveBack');
    if (at < reservedEnd(loan)) await this.booking.endAt(tx, resource, loan.id, at);
    await timeFreed(tx, resource);
    await unschedule(tx, loanReminderDue, loan.id);
    await unschedule(tx, loanOverdueDue, loan.id);
    await schedule(tx, { kind: loanReturnedDue, key: loan.id, at: tx.now });
    return this.write(tx, { ...loan, state, returnedAt: at, heldUntil: null }, loan);
  }

  /** Reduces the booked quantity after a partial return. */
  async lessen(tx: Transaction, { loan, resource }: LoanSides, by: number): Promise<void> {
    await this.booking.lessen(tx, loan.id, resource.id, by);
    await timeFreed(tx, resource);
  }

  /** Whether it excludes the next loan of the same thing. A counted stock may suffice for both. */
  async isAlone(tx: Transaction, { resourceId }: LoanRow): Promise<boolean> {
    const resource = await this.booking.find(tx, resourceId);
    return resource?.counting === 'one' || resource?.counting === 'kit';
  }

  /** Whether somebody else holds the thing. A counted stock may suffice for both. */
  async isOut(tx: Transaction, { resource }: LoanSides): Promise<boolean> {
    return resource.counting === 'one' && (await this.loans.isOut(tx, resource.id));
  }

  /** Frees the time of the loan. */
  async releaseTime(tx: Transaction, loan: LoanRow): Promise<void> {
    await this.booking.release(tx, loan.id);
    await timeFreed(tx, { id: loan.resourceId });
    await unschedule(tx, 'loan-request-expiry', loan.id);
  }

  /** Sets another end, reserved or agreed: the booking follows. @throws DomainError `SLOT_TAKEN` (E53) */
  async lastUntil(
    tx: Transaction,
    { loan, resource }: LoanSides,
    ends: Pick<LoanRow, 'endsAt' | 'heldUntil'> & Partial<Agreed>,
  ): Promise<LoanRow> {
    // The deposit taken at the hand-over stays as it is, whatever right the loan continues under.
    const isOut = loan.state === 'handedOver';
    const changed = { ...loan, ...ends, ...(isOut ? { depositFen: loan.depositFen } : {}) };
    await this.booking.endAt(tx, resource, loan.id, reservedEnd(changed));
    if (reservedEnd(changed) < reservedEnd(loan)) await timeFreed(tx, resource);
    if (loan.state === 'handedOver') await this.remind(tx, changed);
    return this.write(tx, changed, loan);
  }

  /** Writes a changed loan and publishes it to everybody concerned. */
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

  /** The borrower is notified a day before the end, and both sides when it is over. */
  private async remind(tx: Transaction, { id, endsAt }: LoanRow): Promise<void> {
    const soon = dueSoonAt(endsAt, tx.now);
    if (soon === null) await unschedule(tx, loanReminderDue, id);
    else await schedule(tx, { kind: loanReminderDue, key: id, at: soon });
    await schedule(tx, { kind: loanOverdueDue, key: id, at: endsAt });
  }
}
