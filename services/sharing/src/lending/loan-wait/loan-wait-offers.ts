import { Injectable } from '@nestjs/common';
import { type WaitHindrance, waitHindrances } from '@gongxiang/contracts/sharing/lending/loan-wait.contract';
import { isLastingRefusal, type Period } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { attempt } from '../loan/attempt.js';
import { LoanRequestService } from '../loan/loan-request.service.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { type BookableResource, BookingService } from '../resource/booking.service.js';
import { LoanWaitCalendar } from './loan-wait-calendar.js';
import { LoanWaitChanges } from './loan-wait-changes.js';
import type { LoanWaitRow } from './loan-wait.entity.js';
import { offerExpiry } from './loan-wait.model.js';

/** Finds and reserves a time for a waiting union. Callers hold the lock of the resource. */
@Injectable()
export class LoanWaitOffers {
  constructor(
    private readonly requests: LoanRequestService,
    private readonly booking: BookingService,
    private readonly calendar: LoanWaitCalendar,
    private readonly references: ReferenceRepository,
    private readonly changes: LoanWaitChanges,
  ) {}

  /** @returns whether a time is on offer now */
  async offer(tx: Transaction, locked: BookableResource, wait: LoanWaitRow): Promise<boolean> {
    const { candidates, hindrance } = await this.calendar.look(tx, locked, wait);
    let first = hindrance;
    for (const period of candidates) {
      const refused = await this.saveOffer(tx, locked, { wait, period });
      if (refused === null) {
        const offerExpiresAt = offerExpiry(wait, period, tx.now);
        const offered = { offeredFrom: period.start, offeredTo: period.end, offerExpiresAt };
        await this.changes.save(tx, wait, {
          ...offered,
          state: 'offered',
          hindrance: null,
          lookedAt: tx.now,
        });
        return true;
      }
      first ??= refused;
    }
    await this.changes.looked(tx, wait, first ?? 'NO_FREE_TIME');
    return false;
  }

  /** Books a time for a wait, by the same guard as a request (E51). @returns what prevents it, or null */
  private async saveOffer(
    tx: Transaction,
    locked: BookableResource,
    { wait, period }: { readonly wait: LoanWaitRow; readonly period: Period },
  ): Promise<WaitHindrance | null> {
    const borrower = await this.references.union(tx, wait.borrowerUnionId);
    try {
      await attempt(tx, async (part) => {
        await this.requests.lendable(part, wait, { borrower, period });
        await this.booking.take(part, locked, { id: wait.id, period, quantity: wait.quantity });
      });
      return null;
    } catch (error) {
      if (isLastingRefusal(error)) return hindranceOf(error.code);
      throw error;
    }
  }
}

/** The reason shown to waiting people for a refusal. */
function hindranceOf(code: string): WaitHindrance {
  return waitHindrances.find((one) => one === code) ?? 'NO_FREE_TIME';
}
