import { Module } from '@nestjs/common';
import { InboxModule } from '../inbox/inbox.module.js';
import { SendingModule } from '../sending/sending.module.js';
import { ActService } from './awaiting/act.service.js';
import { AwaitingConsumer } from './awaiting/awaiting.consumer.js';
import { AwaitingRepository } from './awaiting/awaiting.repository.js';
import { AwaitingService } from './awaiting/awaiting.service.js';
import { DriftRepository } from './awaiting/drift.repository.js';
import { DriftService } from './awaiting/drift.service.js';
import { WaitingBelowRepository } from './awaiting/waiting-below.repository.js';
import { WaitingBelowService } from './awaiting/waiting-below.service.js';

@Module({
  imports: [InboxModule, SendingModule],
  providers: [
    AwaitingRepository,
    AwaitingService,
    ActService,
    DriftRepository,
    DriftService,
    AwaitingConsumer,
    WaitingBelowRepository,
    WaitingBelowService,
  ],
})
export class WaitingModule {}
