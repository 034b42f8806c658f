import { Module } from '@nestjs/common';
import { ActivityModule } from '../../agreements/activity/activity.module.js';
import { LedgerModule } from '../../ledger/ledger.module.js';
import { ReferenceModule } from '../../reference/reference.module.js';
import { SubsidyApplicantRules } from './subsidy-applicant.service.js';
import { SubsidyApplicationController } from './subsidy-application.controller.js';
import { SubsidyApplicationRepository } from './subsidy-application.repository.js';
import { SubsidyApplicationService } from './subsidy-application.service.js';
import { SubsidyDecisionService } from './subsidy-decision.service.js';
import { SubsidyDesk } from './subsidy-desk.service.js';
import { SubsidyDraws } from './subsidy-draw.service.js';
import { SubsidyGiver } from './subsidy-giver.service.js';
import { SubsidyKeeper } from './subsidy-keeper.service.js';
import { SubsidyNoticeService } from './subsidy-notice.service.js';
import { SubsidyProgrammeController } from './subsidy-programme.controller.js';
import { SubsidyProgrammeRepository } from './subsidy-programme.repository.js';
import { SubsidyProgrammeService } from './subsidy-programme.service.js';
import { SubsidyReportService } from './subsidy-report.service.js';
import { SubsidyViews } from './subsidy-view.service.js';
import { SubsidyConsumer } from './subsidy.consumer.js';
import { SubsidyController } from './subsidy.controller.js';
import { SubsidyReminders } from './subsidy-reminders.service.js';
import { SubsidyRepository } from './subsidy.repository.js';
import { SubsidyReversal } from './subsidy-reversal.js';
import { SubsidyService } from './subsidy.service.js';

@Module({
  imports: [ReferenceModule, ActivityModule, LedgerModule],
  controllers: [SubsidyProgrammeController, SubsidyApplicationController, SubsidyController],
  providers: [
    SubsidyProgrammeRepository,
    SubsidyApplicationRepository,
    SubsidyRepository,
    SubsidyDesk,
    SubsidyKeeper,
    SubsidyViews,
    SubsidyGiver,
    SubsidyApplicantRules,
    SubsidyConsumer,
    SubsidyProgrammeService,
    SubsidyApplicationService,
    SubsidyDecisionService,
    SubsidyNoticeService,
    SubsidyService,
    SubsidyReportService,
    SubsidyReminders,
    SubsidyDraws,
    SubsidyReversal,
  ],
  exports: [SubsidyDraws],
})
export class SubsidyModule {}
