import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { ConfirmationRepository } from '../confirmation/confirmation.repository.js';
import { ConfirmationService } from '../confirmation/confirmation.service.js';
import { DisputeNotifications } from './dispute-notifications.js';
import { DisputeAccess } from './dispute-access.js';

/** Applies the agreed consequence when a party lets its deadline pass. */
@Injectable()
export class SilenceService {
  constructor(
    private readonly rows: ConfirmationRepository,
    private readonly confirmations: ConfirmationService,
    private readonly disputeAccess: DisputeAccess,
    private readonly notifications: DisputeNotifications,
  ) {}

  /** The row lock serialises this with an answer given at the same moment. */
  async applySilence(tx: Transaction, confirmationId: string): Promise<void> {
    const row = await this.rows.lockById(tx, confirmationId);
    if (row?.state !== 'waiting') return;
    // Both sides agreed on damages at the loan, so silence always means consent.
    if (row.silence === 'agrees' || row.kind === 'damage')
      await this.confirmations.settle(tx, row, { way: 'silence', personId: null });
    else {
      const silent = { reason: null, itemId: null, openedBy: null };
      await this.notifications.opened(tx, await this.disputeAccess.open(tx, row, silent));
    }
  }

  /** Notifies the deciding union when the talk period ends, unless it was notified at an earlier referral. */
  async refer(tx: Transaction, disputeId: string): Promise<void> {
    const context = await this.disputeAccess.find(tx, disputeId);
    if (context?.row.state !== 'open') return;
    await this.disputeAccess.hint(tx, context);
    if (context.row.referredAt === null) await this.notifications.referred(tx, context);
  }
}
