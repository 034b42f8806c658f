import { Module } from '@nestjs/common';
import { FreezeModule } from '../freeze/freeze.module.js';
import { LedgerModule } from '../../ledger/ledger.module.js';
import { PaymentModule } from '../payment/payment.module.js';
import { ReferenceModule } from '../../reference/reference.module.js';
import { RunDecisionService } from './run-decision.service.js';
import { RunPosting } from './run-posting.service.js';
import { RunScopes } from './run-scope.service.js';
import { NettingRunController } from './run.controller.js';
import { RunPresenter } from './run.presenter.js';
import { NettingRunRepository } from './run.repository.js';
import { NettingRunService } from './run.service.js';
import { TransferTraceController } from './transfer-trace.controller.js';
import { TransferTraceRepository } from './transfer-trace.repository.js';
import { TransferTraceService } from './transfer-trace.service.js';

@Module({
  imports: [ReferenceModule, LedgerModule, FreezeModule, PaymentModule],
  controllers: [NettingRunController, TransferTraceController],
  providers: [
    NettingRunRepository,
    NettingRunService,
    RunDecisionService,
    RunScopes,
    RunPosting,
    RunPresenter,
    TransferTraceRepository,
    TransferTraceService,
  ],
})
export class NettingModule {}
