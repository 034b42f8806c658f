import { Injectable } from '@nestjs/common';
import { schedule, scheduleAll } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { LoanRepository } from './loan.repository.js';
import { loanChanged } from './loan.view.js';

/** Due work: review a person's open requested loans. */
export const requesterDue = 'loan-requester';
/** Loans marked per step. */
const loansPerStep = 200;

/**
 * A loan belongs to the union: when the requester's membership ends, it stays, marked for the officers of both sides.
 */
@Injectable()
export class RequesterService {
  constructor(
    private readonly references: ReferenceRepository,
    private readonly loans: LoanRepository,
  ) {}

  /**
   * Schedules the review of the loans of people whose new memberships are saved in this transaction: after its commit, so
   * that it waits for none of their locks.
   */
  reviewLater(tx: Transaction, personIds: readonly string[]): void {
    tx.writeLast(this.scheduleReviews, personIds);
  }

  /** Of all members of a transaction at a time: a roster has thousands. */
  private readonly scheduleReviews = async (tx: Transaction, personIds: readonly string[]): Promise<void> => {
    const found = await this.loans.requestersAmong(tx, personIds);
    await scheduleAll(
      tx,
      found.map((key) => ({ kind: requesterDue, key, at: tx.now })),
    );
  };

  /** Marks the person's open loans, or removes the mark if they are a member again. */
  async review(tx: Transaction, personId: string): Promise<void> {
    const member = await this.references.member(tx, personId);
    const requesterLeft = member.state === 'ended';
    const unlike = await this.loans.lockOpenOf(tx, { personId, requesterLeft: !requesterLeft }, loansPerStep);
    for (const before of unlike) {
      const row = { ...before, requesterLeft, version: before.version + 1 };
      await this.loans.update(tx, row);
      await loanChanged(tx, row, before);
    }
    if (unlike.length === loansPerStep) await schedule(tx, { kind: requesterDue, key: personId, at: tx.now });
  }
}
