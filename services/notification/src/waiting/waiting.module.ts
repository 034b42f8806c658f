import { Module } from '@nestjs/common';
import { InboxModule } from '../inbox/inbox.module.js';
import { AwaitingConsumer } from './awaiting/awaiting.consumer.js';
import { AwaitingRepository } from './awaiting/awaiting.repository.js';
import { AwaitingService } from './awaiting/awaiting.service.js';

@Module({
  imports: [InboxModule],
  providers: [AwaitingRepository, AwaitingService, AwaitingConsumer],
})
export class WaitingModule {}
