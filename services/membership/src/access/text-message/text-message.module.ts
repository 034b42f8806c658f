import { Module } from '@nestjs/common';
import { CONFIG } from '@gongxiang/messaging/service';
import type { MembershipConfig } from '../../config.js';
import { Mailbox } from './mailbox.js';
import { TEXT_MESSAGES, type TextMessages } from './text-messages.js';
import { TextMessageConsumer } from './text-message.consumer.js';
import { TextMessageSeal } from './text-message-seal.js';

@Module({
  providers: [
    TextMessageSeal,
    TextMessageConsumer,
    {
      provide: TEXT_MESSAGES,
      inject: [CONFIG],
      useFactory: ({ mailboxDirectory }: MembershipConfig): TextMessages | null =>
        mailboxDirectory === undefined ? null : new Mailbox(mailboxDirectory),
    },
  ],
  exports: [TextMessageSeal],
})
export class TextMessageModule {}
