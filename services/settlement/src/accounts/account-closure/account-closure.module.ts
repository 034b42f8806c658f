import { Module } from '@nestjs/common';
import { LedgerModule } from '../../ledger/ledger.module.js';
import { ReferenceModule } from '../../reference/reference.module.js';
import { AccountClosureController } from './account-closure.controller.js';
import { AccountClosureRepository } from './account-closure.repository.js';
import { AccountClosureService } from './account-closure.service.js';
import { Closing } from './closing.service.js';

@Module({
  imports: [LedgerModule, ReferenceModule],
  controllers: [AccountClosureController],
  providers: [AccountClosureRepository, AccountClosureService, Closing],
})
export class AccountClosureModule {}
