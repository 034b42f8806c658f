import { Module } from '@nestjs/common';
import { LoanModule } from '../../lending/loan/loan.module.js';
import { ReferenceModule } from '../../reference/reference.module.js';
import { ResourceModule } from '../../lending/resource/resource.module.js';
import { ActivityAccess } from './activity.access.js';
import { ActivityChanges } from './activity.changes.js';
import { ActivityConsumer } from './activity.consumer.js';
import { ActivityController } from './activity.controller.js';
import { ActivityLifeController } from './activity-life.controller.js';
import { ActivityFollowers } from './activity.followers.js';
import { ActivityHints } from './activity.hints.js';
import { ActivityReader } from './activity.reader.js';
import { ActivityRepository } from './activity.repository.js';
import { ActivityService } from './activity.service.js';
import { ActivityTurns } from './activity-turns.js';
import { ActivityViews } from './activity.views.js';
import { ArchiveService } from './archive.service.js';
import { PlaceService } from './place.service.js';
import { SettlementService } from './settlement.service.js';

@Module({
  imports: [ReferenceModule, ResourceModule, LoanModule],
  controllers: [ActivityController, ActivityLifeController],
  providers: [
    ActivityService,
    ActivityReader,
    ActivityRepository,
    ActivityChanges,
    ActivityAccess,
    ActivityFollowers,
    ActivityHints,
    ActivityTurns,
    ActivityConsumer,
    ActivityViews,
    ArchiveService,
    PlaceService,
    SettlementService,
  ],
  exports: [
    ActivityService,
    ActivityRepository,
    ActivityChanges,
    ActivityAccess,
    ActivityFollowers,
    ActivityHints,
    ActivityTurns,
  ],
})
export class ActivityModule {}
