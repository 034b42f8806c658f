import { Module } from '@nestjs/common';
import { ReferenceModule } from '../reference/reference.module.js';
import { Book } from './book.service.js';
import { EntryWatch } from './entry-watch.js';
import { LedgerController } from './ledger.controller.js';
import { LedgerRepository } from './ledger.repository.js';
import { LedgerService } from './ledger.service.js';
import { LedgerWatch } from './ledger.watch.js';

@Module({
  imports: [ReferenceModule],
  controllers: [LedgerController],
  providers: [Book, EntryWatch, LedgerRepository, LedgerService, LedgerWatch],
  exports: [Book, EntryWatch, LedgerRepository],
})
export class LedgerModule {}
