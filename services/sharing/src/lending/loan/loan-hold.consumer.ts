import { Injectable } from '@nestjs/common';
import { OnDue } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { holdExpiryDue, LoanHolds } from './loan-holds.js';

/** Due work of holds. */
@Injectable()
export class LoanHoldConsumer {
  constructor(private readonly holds: LoanHolds) {}

  @OnDue(holdExpiryDue)
  holdExpired(tx: Transaction, holdId: string): Promise<void> {
    return this.holds.expire(tx, holdId);
  }
}
