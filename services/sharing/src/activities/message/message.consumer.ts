import { Injectable } from '@nestjs/common';
import { OnDue } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { messageDue } from './message.due.js';
import { MessageWork } from './message-work.js';

@Injectable()
export class MessageConsumer {
  constructor(private readonly work: MessageWork) {}

  @OnDue(messageDue)
  isDue(tx: Transaction, key: string): Promise<void> {
    return this.work.send(tx, key);
  }
}
