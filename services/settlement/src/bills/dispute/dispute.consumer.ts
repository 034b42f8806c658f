import { Injectable } from '@nestjs/common';
import { OnDue } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { silenceDue } from '../confirmation/confirmation-asking.js';
import { referralDue } from './dispute-desk.js';
import { SilenceService } from './silence.service.js';

/** What happens at disputes by itself. */
@Injectable()
export class DisputeConsumer {
  constructor(private readonly silence: SilenceService) {}

  @OnDue(silenceDue)
  async silent(tx: Transaction, confirmationId: string): Promise<void> {
    await this.silence.fall(tx, confirmationId);
  }

  @OnDue(referralDue)
  async refer(tx: Transaction, disputeId: string): Promise<void> {
    await this.silence.refer(tx, disputeId);
  }
}
