import { Injectable } from '@nestjs/common';
import { type DuesLineChanged, settlementEvents } from '@gongxiang/contracts/settlement/settlement-events';
import { Consumer, Consumes } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { DuesBankLines } from './dues-bank-lines.service.js';

/** Hears which lines of a union's bank account are dues. */
@Consumer('dues-line-consumer')
@Injectable()
export class DuesBankLineConsumer {
  constructor(private readonly lines: DuesBankLines) {}

  @Consumes(settlementEvents.duesLineChanged)
  changed(tx: Transaction, news: DuesLineChanged): Promise<void> {
    return this.lines.changed(tx, news);
  }
}
