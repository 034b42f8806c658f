import { Module } from '@nestjs/common';
import { ActivityModule } from '../activity/activity.module.js';
import { AgreementModule } from '../agreement/agreement.module.js';
import { CoHostModule } from '../co-host/co-host.module.js';
import { PoolModule } from '../pool/pool.module.js';
import { ChecklistService } from './checklist.service.js';
import { CopyingService } from './copying.service.js';
import { DraftController } from './draft.controller.js';
import { PreparedDrafts } from './prepared-drafts.js';
import { PublishingService } from './publishing.service.js';

@Module({
  imports: [ActivityModule, CoHostModule, AgreementModule, PoolModule],
  controllers: [DraftController],
  providers: [CopyingService, ChecklistService, PublishingService, PreparedDrafts],
  exports: [PublishingService],
})
export class DraftModule {}
