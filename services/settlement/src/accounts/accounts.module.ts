import { Module } from '@nestjs/common';
import { briefFilesOf, FileStore, type Store } from '@gongxiang/messaging/files';
import { STORE } from '@gongxiang/messaging/service';
import { AgreementsModule } from '../agreements/agreements.module.js';
import { FundingModule } from '../funding/funding.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { ReferenceModule } from '../reference/reference.module.js';
import { AccountClosureRepository } from './account-closure/account-closure.repository.js';
import { AccountClosureService } from './account-closure/account-closure.service.js';
import { Closing } from './account-closure/closing.service.js';
import { ClosureAwaits } from './account-closure/closure-awaits.js';
import { DisclosureContent } from './disclosure/disclosure-content.service.js';
import { DisclosureReminders } from './disclosure/disclosure-reminder.service.js';
import { DisclosureAwaits } from './disclosure/disclosure-awaits.js';
import { DisclosureConsumer } from './disclosure/disclosure.consumer.js';
import { DisclosureRepository } from './disclosure/disclosure.repository.js';
import { DisclosureService } from './disclosure/disclosure.service.js';
import { ActivityStatementRepository } from './statement/activity-statement.repository.js';
import { ActivityStatementService } from './statement/activity-statement.service.js';
import { TEMPORARY_FILES, DocumentFiles } from './statement/document-files.service.js';
import { StatementFileService } from './statement/statement-file.service.js';
import { StatementRepository } from './statement/statement.repository.js';
import { StatementService } from './statement/statement.service.js';
import { VoucherSubjectService } from './voucher/voucher-subject.service.js';
import { VoucherRepository } from './voucher/voucher.repository.js';
import { VoucherService } from './voucher/voucher.service.js';

const accountClosure = [AccountClosureRepository, AccountClosureService, Closing, ClosureAwaits];
const statement = [
  ActivityStatementRepository,
  ActivityStatementService,
  StatementRepository,
  StatementService,
  StatementFileService,
  DocumentFiles,
  {
    provide: TEMPORARY_FILES,
    useFactory: (store: Store) => new FileStore(store, briefFilesOf('settlement')),
    inject: [STORE],
  },
];
const disclosure = [
  DisclosureAwaits,
  DisclosureConsumer,
  DisclosureContent,
  DisclosureReminders,
  DisclosureRepository,
  DisclosureService,
];
const voucher = [VoucherRepository, VoucherService, VoucherSubjectService];

@Module({
  imports: [ReferenceModule, AgreementsModule, LedgerModule, FundingModule],
  providers: [...accountClosure, ...statement, ...disclosure, ...voucher],
})
export class AccountsModule {}
