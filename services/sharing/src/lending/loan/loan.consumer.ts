import { Injectable } from '@nestjs/common';
import { OnDue } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { ExtensionRequestService } from './extension-request.service.js';
import { LoanReminders } from './loan-reminders.js';
import { type LoanNotice, loanNoticeDue } from './loan-notice-work.js';
import { extensionExpiryDue, loanOverdueDue, loanReminderDue } from './loan-steps.js';
import { revocationDue, type RevocationPayload } from '../resource/revocation.service.js';
import { LoanService } from './loan.service.js';
import { type Left, requesterDue, requesterMovedDue, RequesterService } from './requester.service.js';
import { RightEndService } from './right-end.service.js';

/** Due work of loans, also for memberships that end or move. */
@Injectable()
export class LoanConsumer {
  constructor(
    private readonly loans: LoanService,
    private readonly requesters: RequesterService,
    private readonly reminders: LoanReminders,
    private readonly extensions: ExtensionRequestService,
    private readonly rightEnds: RightEndService,
  ) {}

  @OnDue(requesterDue)
  requesterDue(tx: Transaction, personId: string): Promise<void> {
    return this.requesters.review(tx, personId);
  }

  @OnDue(requesterMovedDue)
  requesterMoved(tx: Transaction, key: string, payload: unknown): Promise<void> {
    return this.requesters.reviewMove(tx, key, payload as Left);
  }

  @OnDue('loan-request-expiry')
  requestExpired(tx: Transaction, loanId: string): Promise<void> {
    return this.loans.expire(tx, loanId);
  }

  @OnDue(loanNoticeDue)
  loanChanged(tx: Transaction, _key: string, payload: unknown): Promise<void> {
    return this.reminders.notifyChange(tx, payload as LoanNotice);
  }

  @OnDue(loanReminderDue)
  dueSoon(tx: Transaction, loanId: string): Promise<void> {
    return this.reminders.dueSoon(tx, loanId);
  }

  @OnDue(loanOverdueDue)
  overdue(tx: Transaction, loanId: string): Promise<void> {
    return this.reminders.overdue(tx, loanId);
  }

  @OnDue(extensionExpiryDue)
  extensionExpired(tx: Transaction, loanId: string): Promise<void> {
    return this.extensions.expire(tx, loanId);
  }

  @OnDue(revocationDue)
  rightEnded(tx: Transaction, grantId: string, payload: unknown): Promise<void> {
    return this.rightEnds.ended(tx, grantId, payload as RevocationPayload);
  }
}
