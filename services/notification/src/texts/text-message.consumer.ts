import { Injectable } from '@nestjs/common';
import {
  type CodeIssued,
  membershipEvents,
  type TextRaised,
} from '@gongxiang/contracts/membership/membership-events';
import { Consumer, Consumes } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { TextMessages } from './text-messages.js';

/** Hears of issued codes, and of words about an account. */
@Consumer('text-message-consumer')
@Injectable()
export class TextMessageConsumer {
  constructor(private readonly messages: TextMessages) {}

  @Consumes(membershipEvents.codeIssued)
  codeIssued(tx: Transaction, { purpose, ...message }: CodeIssued): Promise<void> {
    return this.messages.keep(tx, { ...message, kind: purpose });
  }

  @Consumes(membershipEvents.textRaised)
  textRaised(tx: Transaction, message: TextRaised): Promise<void> {
    return this.messages.keep(tx, message);
  }
}
