import { Injectable } from '@nestjs/common';
import { OnDue } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { silenceDue } from '../confirmation/confirmation-requests.js';
import { referralDue } from './dispute-access.js';
import { SilenceService } from './silence.service.js';

/** Due work of disputes. */
@Injectable()
export class DisputeConsumer {
  constructor(private readonly silence: SilenceService) {}

  @OnDue(silenceDue)
  async expire(tx: Transaction, confirmationId: string): Promise<void> {
    await this.silence.applySilence(tx, confirmationId);
  }

  @OnDue(referralDue)
  async refer(tx: Transaction, disputeId: string): Promise<void> {
    await this.silence.refer(tx, disputeId);
  }
}
