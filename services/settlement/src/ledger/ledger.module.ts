import { Module } from '@nestjs/common';
import { ReferenceModule } from '../reference/reference.module.js';
import { AccountDesk } from './account-desk.service.js';
import { AccountRepository } from './account.repository.js';
import { Book } from './book.service.js';
import { BookkeepingRepository } from './bookkeeping/bookkeeping.repository.js';
import { BookkeepingService } from './bookkeeping/bookkeeping.service.js';
import { EntryWatch } from './entry-watch.js';
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
import { Reversing } from './reversing.service.js';

const ledger = [
  AccountDesk,
  AccountRepository,
  Book,
  LedgerRepository,
  LedgerService,
  LedgerWatch,
  EntryReader,
  EntryWatch,
  ReversalRepository,
  ReversalService,
  Reversing,
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
  exports: [AccountRepository, Book, EntryWatch, LedgerRepository],
})
export class LedgerModule {}
