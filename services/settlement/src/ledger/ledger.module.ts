import { Module } from '@nestjs/common';
import { ReferenceModule } from '../reference/reference.module.js';
import { LedgerAccounts } from './ledger-accounts.js';
import { AccountRepository } from './account.repository.js';
import { LedgerWriter } from './ledger-writer.js';
import { BookkeepingRepository } from './bookkeeping/bookkeeping.repository.js';
import { BookkeepingService } from './bookkeeping/bookkeeping.service.js';
import { EntryListeners } from './entry-listeners.js';
import { EntryReader } from './entry-reader.js';
import { LedgerRepository } from './ledger.repository.js';
import { LedgerService } from './ledger.service.js';
import { LedgerWatch } from './ledger-watch.js';
import { LimitGuard } from './limit-guard.service.js';
import { LimitRepository } from './limit.repository.js';
import { LimitService } from './limit.service.js';
import { PeriodConsumer } from './period.consumer.js';
import { PeriodRepository } from './period.repository.js';
import { PeriodService } from './period.service.js';
import { ReconciliationConsumer } from './reconciliation/reconciliation.consumer.js';
import { ReconciliationRepository } from './reconciliation/reconciliation.repository.js';
import { ReconciliationService } from './reconciliation/reconciliation.service.js';
import { ReversalRepository } from './reversal.repository.js';
import { ReversalService } from './reversal.service.js';
import { EntryReversal } from './entry-reversal.js';

const ledger = [
  LedgerAccounts,
  AccountRepository,
  LedgerWriter,
  LedgerRepository,
  LedgerService,
  LedgerWatch,
  EntryReader,
  EntryListeners,
  ReversalRepository,
  ReversalService,
  EntryReversal,
  LimitGuard,
  LimitRepository,
  LimitService,
  PeriodConsumer,
  PeriodRepository,
  PeriodService,
];
const reconciliation = [ReconciliationConsumer, ReconciliationRepository, ReconciliationService];
const bookkeeping = [BookkeepingRepository, BookkeepingService];

@Module({
  imports: [ReferenceModule],
  providers: [...ledger, ...reconciliation, ...bookkeeping],
  exports: [AccountRepository, LimitGuard, LedgerWriter, EntryListeners, LedgerRepository],
})
export class LedgerModule {}
