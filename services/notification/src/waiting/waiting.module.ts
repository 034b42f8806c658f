import { Module } from '@nestjs/common';
import { InboxModule } from '../inbox/inbox.module.js';
import { SendingModule } from '../sending/sending.module.js';
import { ActService } from './awaiting/act.service.js';
import { AwaitingConsumer } from './awaiting/awaiting.consumer.js';
import { AwaitingRepository } from './awaiting/awaiting.repository.js';
import { AwaitingService } from './awaiting/awaiting.service.js';

@Module({
  imports: [InboxModule, SendingModule],
  providers: [AwaitingRepository, AwaitingService, ActService, AwaitingConsumer],
})
export class WaitingModule {}
