import { Injectable } from '@nestjs/common';
import { type EntryReversed, settlementEvents } from '@gongxiang/contracts';
import { Consumes } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { PoolApprovalService } from './pool-approval.service.js';

@Injectable()
export class CostPoolConsumer {
  constructor(private readonly approvals: PoolApprovalService) {}

  @Consumes(settlementEvents.entryReversed)
  async entryReversed(tx: Transaction, reversal: EntryReversed): Promise<void> {
    await this.approvals.reversed(tx, reversal);
  }
}
