import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { ConfirmationRepository } from '../confirmation/confirmation.repository.js';
import { ConfirmationService } from '../confirmation/confirmation.service.js';
import { awaitsMayChange } from '../../reference/awaits-due.js';
import { disputeAwaitsDue } from '../awaits-due.js';
import { DisputeAccess } from './dispute-access.js';

/** Applies the agreed consequence when a party lets its deadline pass. */
@Injectable()
export class SilenceService {
  constructor(
    private readonly rows: ConfirmationRepository,
    private readonly confirmations: ConfirmationService,
    private readonly disputeAccess: DisputeAccess,
  ) {}

  /** The row lock serialises this with an answer given at the same moment. */
  async applySilence(tx: Transaction, confirmationId: string): Promise<void> {
    const seen = await this.rows.findById(tx, confirmationId);
    if (seen?.silence === 'refuses') return this.confirmations.applySilence(tx, confirmationId);
    const row = await this.rows.lockById(tx, confirmationId);
    if (row?.state !== 'waiting') return;
    // Both sides agreed on damages at the loan, so silence always means consent.
    if (row.silence === 'agrees' || row.kind === 'damage')
      await this.confirmations.settle(tx, row, { way: 'silence', personId: null });
    else {
      const silent = { reason: null, itemId: null, openedBy: null };
      await this.disputeAccess.open(tx, row, silent);
    }
  }

  /** When the talk period ends, it waits for the deciding union, unless it was referred to it before. */
  async refer(tx: Transaction, disputeId: string): Promise<void> {
    const context = await this.disputeAccess.find(tx, disputeId);
    if (context?.row.state !== 'open') return;
    await this.disputeAccess.hint(tx, context);
    await awaitsMayChange(tx, disputeAwaitsDue, disputeId);
  }
}
