import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import {
  type CodeIssued,
  membershipEvents,
  type TextRaised,
} from '@gongxiang/contracts/membership/membership-events';
import { Consumer, Consumes } from '@gongxiang/messaging/events';
import { LOGGER } from '@gongxiang/messaging/service';
import type { Logger } from '@gongxiang/observability';
import type { Transaction } from '@gongxiang/persistence';
import { codeText } from './code-words.js';
import { messageText } from './message-words.js';
import { TEXT_MESSAGES, type TextMessages } from './text-messages.js';
import { TextMessageSeal } from './text-message-seal.js';

/** Sends issued codes, and words about an account. It depends on their events alone, so that it can move to another service. */
@Consumer('text-message-consumer')
@Injectable()
export class TextMessageConsumer implements OnApplicationBootstrap {
  constructor(
    private readonly seal: TextMessageSeal,
    @Inject(TEXT_MESSAGES) private readonly messages: TextMessages | null,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    if (this.messages === null)
      this.logger.warn(
        {},
        'no text messages leave: MAILBOX_DIRECTORY is not set, and codes have to be printed',
      );
  }

  @Consumes(membershipEvents.codeIssued)
  async send(tx: Transaction, { id, purpose, sealed, until }: CodeIssued): Promise<void> {
    if (this.messages === null || new Date(until) <= tx.now) return;
    const message = await this.seal.open(sealed);
    if (message === null) return this.warn(id);
    // Sent before the event is marked as handled: if that fails, the same message is written once more.
    await this.messages.send({ id, phone: message.phone, text: codeText(purpose, message) });
  }

  @Consumes(membershipEvents.textRaised)
  async sendWords(tx: Transaction, { id, sealed, until }: TextRaised): Promise<void> {
    if (this.messages === null || new Date(until) <= tx.now) return;
    const message = await this.seal.openWords(sealed);
    if (message === null) return this.warn(id);
    await this.messages.send({ id, phone: message.phone, text: messageText(message) });
  }

  private warn(id: string): void {
    this.logger.warn({ id }, 'a text message was sealed to another key, and is not sent');
  }
}
