import { Injectable } from '@nestjs/common';
import { OnDue } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { freedResourceId, timeFreedDue } from '../resource/time-freed.js';
import { waitEndDue } from './loan-wait-changes.js';
import { LoanWaitWork, waitDayDue, waitedResourceId, waitLineDue } from './loan-wait-work.js';

/** Due work of waits, and freed times. */
@Injectable()
export class LoanWaitConsumer {
  constructor(private readonly work: LoanWaitWork) {}

  @OnDue(timeFreedDue)
  timeFreed(tx: Transaction, key: string): Promise<void> {
    return this.work.callLines(tx, freedResourceId(key));
  }

  @OnDue(waitLineDue)
  lineCalled(tx: Transaction, key: string): Promise<void> {
    return this.work.serve(tx, waitedResourceId(key));
  }

  @OnDue(waitDayDue)
  dayBegun(tx: Transaction, key: string): Promise<void> {
    return this.work.serve(tx, waitedResourceId(key));
  }

  @OnDue(waitEndDue)
  ended(tx: Transaction, waitId: string): Promise<void> {
    return this.work.end(tx, waitId);
  }
}
