import { Module } from '@nestjs/common';
import { ActivityModule } from '../activity/activity.module.js';
import { NoticeModule } from '../../reference/notice/notice.module.js';
import { PoolModule } from '../pool/pool.module.js';
import { ReferenceModule } from '../../reference/reference.module.js';
import { OpeningPools } from './opening-pools.js';
import { ReminderConsumer } from './reminder.consumer.js';
import { ReminderController } from './reminder.controller.js';
import { ReminderPlanner } from './reminder.planner.js';
import { ReminderRepository } from './reminder.repository.js';
import { ReminderService } from './reminder.service.js';
import { ReminderWork } from './reminder.work.js';
import { WishService } from './wish.service.js';

@Module({
  imports: [ReferenceModule, NoticeModule, ActivityModule, PoolModule],
  controllers: [ReminderController],
  providers: [
    OpeningPools,
    ReminderConsumer,
    ReminderPlanner,
    ReminderRepository,
    ReminderService,
    ReminderWork,
    WishService,
  ],
})
export class ReminderModule {}
