import { Module } from '@nestjs/common';
import { CostPoolModule } from '../cost-pool/cost-pool.module.js';
import { LedgerModule } from '../../ledger/ledger.module.js';
import { ReferenceModule } from '../../reference/reference.module.js';
import { ConfirmationAsking } from './confirmation.asking.js';
import { ConfirmationConsumer } from './confirmation.consumer.js';
import { ConfirmationController } from './confirmation.controller.js';
import { ConfirmationReminder } from './confirmation.reminder.js';
import { ConfirmationRepository } from './confirmation.repository.js';
import { ConfirmationService } from './confirmation.service.js';
import { ConfirmationViews } from './confirmation.view.js';

@Module({
  imports: [ReferenceModule, LedgerModule, CostPoolModule],
  controllers: [ConfirmationController],
  providers: [
    ConfirmationAsking,
    ConfirmationConsumer,
    ConfirmationReminder,
    ConfirmationRepository,
    ConfirmationService,
    ConfirmationViews,
  ],
  exports: [ConfirmationAsking, ConfirmationRepository, ConfirmationService],
})
export class ConfirmationModule {}
