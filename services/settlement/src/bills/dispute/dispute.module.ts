import { Module } from '@nestjs/common';
import { ConfirmationModule } from '../confirmation/confirmation.module.js';
import { LedgerModule } from '../../ledger/ledger.module.js';
import { ReferenceModule } from '../../reference/reference.module.js';
import { DisputeCalls } from './dispute.calls.js';
import { DisputeConsumer } from './dispute.consumer.js';
import { DisputeController } from './dispute.controller.js';
import { DisputeDesk } from './dispute.desk.js';
import { DisputePosting } from './dispute.posting.js';
import { DisputeRepository } from './dispute.repository.js';
import { DisputeService } from './dispute.service.js';
import { DisputeViews } from './dispute.view.js';
import { SilenceService } from './silence.service.js';
import { DisputeEndService } from './dispute-end.service.js';

@Module({
  imports: [ReferenceModule, LedgerModule, ConfirmationModule],
  controllers: [DisputeController],
  providers: [
    DisputeCalls,
    DisputeConsumer,
    DisputeDesk,
    DisputeEndService,
    DisputePosting,
    DisputeRepository,
    DisputeService,
    DisputeViews,
    SilenceService,
  ],
})
export class DisputeModule {}
