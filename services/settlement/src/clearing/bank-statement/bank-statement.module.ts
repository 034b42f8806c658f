import { Module } from '@nestjs/common';
import { PaymentModule } from '../payment/payment.module.js';
import { ReferenceModule } from '../../reference/reference.module.js';
import { BankFile } from './bank-file.js';
import { BankFileRetention } from './bank-file-retention.js';
import { BankImportService } from './bank-import.service.js';
import { BankLineConfirming } from './bank-line-confirming.service.js';
import { BankMatching } from './bank-matching.service.js';
import { BankPresenter } from './bank-presenter.js';
import { BankReadingService } from './bank-reading.service.js';
import { BankStatementController } from './bank-statement.controller.js';
import { BankStatementRepository } from './bank-statement.repository.js';

@Module({
  imports: [ReferenceModule, PaymentModule],
  controllers: [BankStatementController],
  providers: [
    BankStatementRepository,
    BankFile,
    BankFileRetention,
    BankPresenter,
    BankMatching,
    BankImportService,
    BankReadingService,
    BankLineConfirming,
  ],
})
export class BankStatementModule {}
