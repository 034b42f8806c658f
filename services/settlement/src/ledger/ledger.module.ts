import { Module } from '@nestjs/common';
import { ReferenceModule } from '../reference/reference.module.js';
import { AccountDesk } from './account-desk.service.js';
import { AccountRepository } from './account.repository.js';
import { Book } from './book.service.js';
import { EntryWatch } from './entry-watch.js';
import { EntryReader } from './entry.reader.js';
import { LedgerController } from './ledger.controller.js';
import { LedgerRepository } from './ledger.repository.js';
import { LedgerService } from './ledger.service.js';
import { LedgerWatch } from './ledger.watch.js';
import { LimitController } from './limit.controller.js';
import { LimitGuard } from './limit-guard.service.js';
import { LimitRepository } from './limit.repository.js';
import { LimitService } from './limit.service.js';
import { PeriodConsumer } from './period.consumer.js';
import { PeriodController } from './period.controller.js';
import { PeriodRepository } from './period.repository.js';
import { PeriodService } from './period.service.js';
import { ReversalRepository } from './reversal.repository.js';
import { ReversalService } from './reversal.service.js';
import { Reversing } from './reversing.service.js';

@Module({
  imports: [ReferenceModule],
  controllers: [LedgerController, LimitController, PeriodController],
  providers: [
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
  ],
  exports: [AccountRepository, Book, EntryWatch, LedgerRepository],
})
export class LedgerModule {}
