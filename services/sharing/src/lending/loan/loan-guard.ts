import { Injectable } from '@nestjs/common';
import { DomainError, type Period } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { type AskedTime, TimeRules } from '../lending-rule/time-rules.js';
import { NeedRepository } from '../need/need.repository.js';
import { BookingService } from '../resource/booking.service.js';
import type { ResourceRow } from '../resource/resource.entity.js';
import type { Right } from '../resource/right.model.js';
import { LoanHolds } from './loan-holds.js';
import { askedBy, type LoanSides } from './loan-sides.js';

/** The checks of a time beside the right of use and the calendar (E51). */
@Injectable()
export class LoanGuard {
  constructor(
    private readonly needs: NeedRepository,
    private readonly times: TimeRules,
    private readonly holds: LoanHolds,
    private readonly booking: BookingService,
  ) {}

  /** @throws DomainError as {@link TimeRules.check} */
  checkTime(tx: Transaction, asked: AskedTime): Promise<void> {
    return this.times.check(tx, asked);
  }

  /**
   * Reads the facts shared by all requests for a resource.
   * @returns whether loans of others affect the next request
   */
  async readAhead(tx: Transaction, resource: ResourceRow): Promise<boolean> {
    const [countsLoans] = await Promise.all([
      this.times.readAhead(tx, resource),
      this.booking.rightsToCome(tx, resource.id),
    ]);
    return countsLoans || resource.loansPerBorrowerMax !== null;
  }

  /**
   * Checks whether a loan may take another period. The right is checked again, as it may have been revoked meanwhile.
   * @returns the right that allows it, null if none is needed
   * @throws DomainError `NO_RIGHT_OF_USE`, as {@link TimeRules.check}
   */
  async checkExtension(tx: Transaction, sides: LoanSides, period: Period): Promise<Right | null> {
    const { loan, resource, borrower } = sides;
    const right = await this.booking.rightFor(tx, resource, borrower, period, askedBy(loan));
    await this.times.check(tx, { resource, borrower, period, loanId: loan.id, isNewStart: false });
    return right;
  }

  /** @throws DomainError `HOLD_MISSING`, `HOLD_OF_OTHER_TIME` */
  useHold(
    tx: Transaction,
    resource: ResourceRow,
    of: { readonly token: string; readonly period: Period },
  ): Promise<void> {
    return this.holds.use(tx, resource, of);
  }

  /** @throws DomainError `NOT_FOUND`, `NEED_NOT_BORROWERS` */
  async checkNeed(tx: Transaction, needId: string, borrowerUnionId: string): Promise<void> {
    const need = await this.needs.findById(tx, needId);
    if (need === null) throw new DomainError('NOT_FOUND', { pointer: '/needId' });
    if (need.unionId !== borrowerUnionId) throw new DomainError('NEED_NOT_BORROWERS', { pointer: '/needId' });
  }
}
