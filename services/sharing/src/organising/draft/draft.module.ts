import { Module } from '@nestjs/common';
import { ActivityModule } from '../../activities/activity/activity.module.js';
import { ActivityTaskModule } from '../../activities/activity-task/activity-task.module.js';
import { AgreementModule } from '../../activities/agreement/agreement.module.js';
import { AttachmentModule } from '../../activities/attachment/attachment.module.js';
import { CoHostModule } from '../../activities/co-host/co-host.module.js';
import { PoolModule } from '../../activities/pool/pool.module.js';
import { SignUpFormModule } from '../../activities/sign-up-form/sign-up-form.module.js';
import { ChecklistService } from './checklist.service.js';
import { CopiedParts } from './copied-parts.js';
import { CopyingService } from './copying.service.js';
import { DraftController } from './draft.controller.js';
import { PreparedDrafts } from './prepared-drafts.js';
import { PublishingService } from './publishing.service.js';

@Module({
  imports: [
    ActivityModule,
    AttachmentModule,
    CoHostModule,
    AgreementModule,
    ActivityTaskModule,
    PoolModule,
    SignUpFormModule,
  ],
  controllers: [DraftController],
  providers: [CopiedParts, CopyingService, ChecklistService, PublishingService, PreparedDrafts],
  exports: [CopiedParts, PublishingService],
})
export class DraftModule {}
