import { Injectable } from '@nestjs/common';
import { type MemberState, membershipEvents } from '@gongxiang/contracts';
import { Consumes, OnDue } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { LoanService } from './loan.service.js';
import { requesterDue, RequesterService } from './requester.service.js';

/** What time itself, and a membership that ends, do to loans. */
@Injectable()
export class LoanConsumer {
  constructor(
    private readonly loans: LoanService,
    private readonly requesters: RequesterService,
  ) {}

  @Consumes(membershipEvents.memberChanged)
  memberChanged(tx: Transaction, member: MemberState): Promise<void> {
    return this.requesters.changed(tx, member);
  }

  @OnDue(requesterDue)
  requesterDue(tx: Transaction, personId: string): Promise<void> {
    return this.requesters.review(tx, personId);
  }

  @OnDue('loan-request-expiry')
  requestExpired(tx: Transaction, loanId: string): Promise<void> {
    return this.loans.expire(tx, loanId);
  }

  @OnDue('loan-overdue')
  overdue(tx: Transaction, loanId: string): Promise<void> {
    return this.loans.remindOverdue(tx, loanId);
  }
}
