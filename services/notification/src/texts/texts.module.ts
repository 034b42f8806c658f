import { Module } from '@nestjs/common';
import { SendingModule } from '../sending/sending.module.js';
import { textCarrierProvider } from './text-carriers.js';
import { TextMessageSender } from './text-message-sender.js';
import { TextMessageWatch } from './text-message-watch.js';
import { TextMessageConsumer } from './text-message.consumer.js';
import { TextMessageRepository } from './text-message.repository.js';
import { TextMessages } from './text-messages.js';
import { TextOpener } from './text-opener.js';

@Module({
  imports: [SendingModule],
  providers: [
    textCarrierProvider,
    TextOpener,
    TextMessageRepository,
    TextMessages,
    TextMessageConsumer,
    TextMessageSender,
    TextMessageWatch,
  ],
})
export class TextsModule {}
