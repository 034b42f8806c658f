import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { ConfirmationRepository } from '../confirmation/confirmation.repository.js';
import { ConfirmationService } from '../confirmation/confirmation.service.js';
import { DisputeCalls } from './dispute-calls.js';
import { DisputeDesk } from './dispute-desk.js';

/** What it means that a party lets its time pass, as was agreed on. */
@Injectable()
export class SilenceService {
  constructor(
    private readonly rows: ConfirmationRepository,
    private readonly confirmations: ConfirmationService,
    private readonly desk: DisputeDesk,
    private readonly calls: DisputeCalls,
  ) {}

  /** Who answered in the same moment holds the lock, or waits for it and finds it answered. */
  async fall(tx: Transaction, confirmationId: string): Promise<void> {
    const row = await this.rows.lockById(tx, confirmationId);
    if (row?.state !== 'waiting') return;
    // Damages are agreed on at their loans, so silence can only agree to them.
    if (row.silence === 'agrees' || row.kind === 'damage')
      await this.confirmations.settle(tx, row, { way: 'silence', personId: null });
    else {
      const silent = { reason: null, itemId: null, openedBy: null };
      await this.calls.opened(tx, await this.desk.open(tx, row, silent));
    }
  }

  /** The time to talk is over: those above both sides are told that it lies with them, unless they were when it was referred. */
  async refer(tx: Transaction, disputeId: string): Promise<void> {
    const place = await this.desk.find(tx, disputeId);
    if (place?.row.state !== 'open') return;
    await this.desk.hint(tx, place);
    if (place.row.referredAt === null) await this.calls.referred(tx, place);
  }
}
