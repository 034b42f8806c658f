import { Module } from '@nestjs/common';
import { LedgerModule } from '../../ledger/ledger.module.js';
import { LoanDamageConsumer } from './loan-damage.consumer.js';
import { LoanDamageService } from './loan-damage.service.js';

@Module({
  imports: [LedgerModule],
  providers: [LoanDamageService, LoanDamageConsumer],
})
export class LoanDamageModule {}
