import { Module } from '@nestjs/common';
import { LendingRuleModule } from '../lending-rule/lending-rule.module.js';
import { LoanModule } from '../loan/loan.module.js';
import { NoticeModule } from '../../reference/notice/notice.module.js';
import { ReferenceModule } from '../../reference/reference.module.js';
import { ResourceModule } from '../resource/resource.module.js';
import { LoanWaitCalendar } from './loan-wait.calendar.js';
import { LoanWaitChanges } from './loan-wait.changes.js';
import { LoanWaitConsumer } from './loan-wait.consumer.js';
import { LoanWaitController } from './loan-wait.controller.js';
import { LoanWaitDesk } from './loan-wait.desk.js';
import { LoanWaitNotices } from './loan-wait.notices.js';
import { LoanWaitOffers } from './loan-wait.offers.js';
import { LoanWaitPlaces } from './loan-wait.places.js';
import { LoanWaitReader } from './loan-wait.reader.js';
import { LoanWaitRepository } from './loan-wait.repository.js';
import { LoanWaitService } from './loan-wait.service.js';
import { LoanWaitWork } from './loan-wait.work.js';

@Module({
  imports: [ReferenceModule, ResourceModule, LendingRuleModule, LoanModule, NoticeModule],
  controllers: [LoanWaitController],
  providers: [
    LoanWaitService,
    LoanWaitDesk,
    LoanWaitReader,
    LoanWaitPlaces,
    LoanWaitWork,
    LoanWaitOffers,
    LoanWaitNotices,
    LoanWaitCalendar,
    LoanWaitChanges,
    LoanWaitConsumer,
    LoanWaitRepository,
  ],
})
export class LoanWaitModule {}
