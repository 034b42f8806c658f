import { Module } from '@nestjs/common';
import { LedgerModule } from '../ledger/ledger.module.js';
import { PaymentModule } from '../payment/payment.module.js';
import { ReferenceModule } from '../reference/reference.module.js';
import { RunPosting } from './run-posting.service.js';
import { NettingRunController } from './run.controller.js';
import { NettingRunRepository } from './run.repository.js';
import { NettingRunService } from './run.service.js';

@Module({
  imports: [ReferenceModule, LedgerModule, PaymentModule],
  controllers: [NettingRunController],
  providers: [NettingRunRepository, NettingRunService, RunPosting],
})
export class NettingModule {}
