import { Module } from '@nestjs/common';
import { LedgerModule } from '../ledger/ledger.module.js';
import { ReferenceModule } from '../reference/reference.module.js';
import { BankFileRetention } from './bank-statement/bank-file-retention.js';
import { BankFile } from './bank-statement/bank-file.js';
import { BankImportService } from './bank-statement/bank-import.service.js';
import { BankLineDues } from './bank-statement/bank-line-dues.service.js';
import { BankLineDuesAwaits } from './bank-statement/bank-line-dues-awaits.js';
import { BankLineDuesConsumer } from './bank-statement/bank-line-dues.consumer.js';
import { BankLineConfirmation } from './bank-statement/bank-line-confirmation.service.js';
import { BankMatching } from './bank-statement/bank-matching.service.js';
import { BankStatementViews } from './bank-statement/bank-statement.view.js';
import { BankReadingService } from './bank-statement/bank-reading.service.js';
import { BankStatementRepository } from './bank-statement/bank-statement.repository.js';
import { FreezeGuard } from './freeze/freeze-guard.js';
import { FreezeRepository } from './freeze/freeze.repository.js';
import { FreezeService } from './freeze/freeze.service.js';
import { OpenBalanceService } from './netting/open-balance.service.js';
import { RunAwaits } from './netting/run-awaits.js';
import { RunDecisionService } from './netting/run-decision.service.js';
import { RunPosting } from './netting/run-posting.service.js';
import { RunScopes } from './netting/run-scope.service.js';
import { RunViews } from './netting/run-views.js';
import { NettingRunRepository } from './netting/run.repository.js';
import { NettingRunService } from './netting/run.service.js';
import { TransferTraceRepository } from './netting/transfer-trace.repository.js';
import { TransferTraceService } from './netting/transfer-trace.service.js';
import { PayeeAccountAwaits } from './payee-account/payee-account-awaits.js';
import { PayeeAccountRepository } from './payee-account/payee-account.repository.js';
import { PayeeAccountService } from './payee-account/payee-account.service.js';
import { PaymentAwaits } from './payment/payment-awaits.js';
import { PaymentActs } from './payment/payment-acts.service.js';
import { PaymentReminders } from './payment/payment-reminders.service.js';
import { PaymentConsumer } from './payment/payment.consumer.js';
import { PaymentRepository } from './payment/payment.repository.js';
import { PaymentService } from './payment/payment.service.js';
import { PreviewService } from './preview/preview.service.js';

const freeze = [FreezeRepository, FreezeService, FreezeGuard];
const payment = [
  PayeeAccountRepository,
  PayeeAccountService,
  PayeeAccountAwaits,
  PaymentRepository,
  PaymentService,
  PaymentActs,
  PaymentAwaits,
  PaymentReminders,
  PaymentConsumer,
];
const bankStatement = [
  BankStatementRepository,
  BankFile,
  BankFileRetention,
  BankStatementViews,
  BankMatching,
  BankImportService,
  BankReadingService,
  BankLineConfirmation,
  BankLineDues,
  BankLineDuesAwaits,
  BankLineDuesConsumer,
];
const netting = [
  NettingRunRepository,
  NettingRunService,
  OpenBalanceService,
  RunAwaits,
  RunDecisionService,
  RunScopes,
  RunPosting,
  RunViews,
  TransferTraceRepository,
  TransferTraceService,
];
const preview = [PreviewService];

@Module({
  imports: [ReferenceModule, LedgerModule],
  providers: [...freeze, ...payment, ...bankStatement, ...netting, ...preview],
})
export class ClearingModule {}
