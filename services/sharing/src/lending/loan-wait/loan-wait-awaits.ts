import { Injectable } from '@nestjs/common';
import { type Await, syncAwaits } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { toldTitle } from '../../reference/whom.model.js';
import { actions } from '../actions.js';
import { BookingService } from '../resource/booking.service.js';
import type { LoanWaitRow } from './loan-wait.entity.js';

/** Says whom an offered time waits for. */
@Injectable()
export class LoanWaitAwaits {
  constructor(private readonly booking: BookingService) {}

  /** The person who joined, and the representatives of their union, as each of them may accept. */
  async sync(tx: Transaction, wait: LoanWaitRow): Promise<void> {
    const resource = await this.booking.find(tx, wait.resourceId);
    const title = resource && toldTitle(resource.ownerKind, resource.title);
    const awaits = wait.state === 'offered' ? [offer(wait, title)] : [];
    await syncAwaits(tx, 'sharing', 'loanWait', [{ id: wait.id, awaits }]);
  }
}

function offer({ id: waitId, version, ...wait }: LoanWaitRow, title: string | null): Await {
  const { roles } = actions.requestLoan;
  return {
    kind: 'waitOffered',
    why: 'waitsForTime',
    // Each offer is another one.
    slot: String(version),
    personIds: [wait.requestedBy],
    offices: { roles, unionIds: [wait.borrowerUnionId], isNearest: false },
    about: { waitId },
    title,
    values: {
      startsAt: wait.offeredFrom?.toISOString(),
      expiresAt: wait.offerExpiresAt?.toISOString(),
    },
    dueAt: wait.offerExpiresAt,
  };
}
