import { Injectable } from '@nestjs/common';
import type { LoanView } from '@gongxiang/contracts';
import { DomainError } from '@gongxiang/domain';
import { Push } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { ReferenceRepository } from '../reference/reference.repository.js';
import { BookingService } from '../resource/booking.service.js';
import type { LoanRow } from './loan.entity.js';
import { LoanRepository } from './loan.repository.js';
import { type LoanSides, sidesOfLoan } from './loan-sides.js';
import { loanChanged, loanView } from './loan.view.js';

/** How a loan is taken in hand and put back, whatever happens to it: the resource is locked first, then the loan. */
@Injectable()
export class LoanDesk {
  constructor(
    private readonly loans: LoanRepository,
    private readonly booking: BookingService,
    private readonly references: ReferenceRepository,
    private readonly push: Push,
  ) {}

  /** @throws DomainError `NOT_FOUND` */
  async lock(tx: Transaction, loanId: string): Promise<LoanSides> {
    const known = await this.loans.findById(tx, loanId);
    if (known === null) throw new DomainError('NOT_FOUND');
    const { resource } = await this.booking.lock(tx, known.resourceId);
    const loan = await this.loans.lockById(tx, loanId);
    if (loan === null) throw new DomainError('NOT_FOUND');
    return sidesOfLoan(tx, this.references, loan, resource);
  }

  /** Saves it as its next version, and tells whoever looks at it. @throws DomainError `RESOURCE_OUT` */
  async save(tx: Transaction, changed: LoanRow, before: LoanRow): Promise<LoanView> {
    const row = { ...changed, version: before.version + 1 };
    await this.loans.update(tx, row);
    this.hint(tx, row);
    await loanChanged(tx, row, before);
    return loanView(row, tx.now, await this.loans.namesOf(tx, [row]));
  }

  hint(tx: Transaction, { id, version, requestedBy }: LoanRow): void {
    this.push.hint(tx, [requestedBy], { resource: 'loan', id, version });
  }
}
