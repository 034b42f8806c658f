import { Injectable } from '@nestjs/common';
import { type DuesLineAnswered, membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { Consumer, Consumes } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { BankLineDues } from './bank-line-dues.service.js';

/** Hears whether lines of the bank were booked as dues. */
@Consumer('dues-line-consumer')
@Injectable()
export class BankLineDuesConsumer {
  constructor(private readonly dues: BankLineDues) {}

  @Consumes(membershipEvents.duesLineAnswered)
  answered(tx: Transaction, answer: DuesLineAnswered): Promise<void> {
    return this.dues.answered(tx, answer);
  }
}
