import { Injectable } from '@nestjs/common';
import { type EntryReversed, settlementEvents } from '@gongxiang/contracts';
import { Consumes, OnDue } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { silenceDue } from '../confirmation/confirmation.asking.js';
import { referralDue } from './dispute.desk.js';
import { DisputePosting } from './dispute.posting.js';
import { SilenceService } from './silence.service.js';

/** What happens at disputes by itself. */
@Injectable()
export class DisputeConsumer {
  constructor(
    private readonly silence: SilenceService,
    private readonly posting: DisputePosting,
  ) {}

  @OnDue(silenceDue)
  async silent(tx: Transaction, confirmationId: string): Promise<void> {
    await this.silence.fall(tx, confirmationId);
  }

  @OnDue(referralDue)
  async refer(tx: Transaction, disputeId: string): Promise<void> {
    await this.silence.refer(tx, disputeId);
  }

  @Consumes(settlementEvents.entryReversed)
  async entryReversed(tx: Transaction, reversal: EntryReversed): Promise<void> {
    await this.posting.reversed(tx, reversal);
  }
}
