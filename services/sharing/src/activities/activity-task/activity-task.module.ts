import { Module } from '@nestjs/common';
import { ActivityModule } from '../activity/activity.module.js';
import { AgreementModule } from '../agreement/agreement.module.js';
import { NoticeModule } from '../../reference/notice/notice.module.js';
import { ReferenceModule } from '../../reference/reference.module.js';
import { ActivityTaskAccess } from './activity-task.access.js';
import { ActivityTaskChanges } from './activity-task.changes.js';
import { ActivityTaskConsumer } from './activity-task.consumer.js';
import { ActivityTaskController } from './activity-task.controller.js';
import { ActivityTaskReader } from './activity-task.reader.js';
import { ActivityTaskReminders } from './activity-task.reminders.js';
import { ActivityTaskRepository } from './activity-task.repository.js';
import { ActivityTaskService } from './activity-task.service.js';
import { ActivityTaskWork } from './activity-task.work.js';

@Module({
  imports: [ReferenceModule, NoticeModule, ActivityModule, AgreementModule],
  controllers: [ActivityTaskController],
  providers: [
    ActivityTaskService,
    ActivityTaskReader,
    ActivityTaskRepository,
    ActivityTaskChanges,
    ActivityTaskAccess,
    ActivityTaskConsumer,
    ActivityTaskReminders,
    ActivityTaskWork,
  ],
  exports: [ActivityTaskChanges, ActivityTaskRepository],
})
export class ActivityTaskModule {}
