import { Module } from '@nestjs/common';
import { LedgerModule } from '../../ledger/ledger.module.js';
import { ReferenceModule } from '../../reference/reference.module.js';
import { LoanConsumer } from './loan.consumer.js';
import { LoanController } from './loan.controller.js';
import { LoanMoneyReader } from './loan-money.reader.js';
import { LoanMoneyRepository } from './loan-money.repository.js';
import { LoanMoneyService } from './loan-money.service.js';

@Module({
  imports: [ReferenceModule, LedgerModule],
  controllers: [LoanController],
  providers: [LoanMoneyService, LoanMoneyReader, LoanMoneyRepository, LoanConsumer],
})
export class LoanModule {}
