import { Module } from '@nestjs/common';
import { ActivityModule } from '../../activities/activity/activity.module.js';
import { AttendanceModule } from '../../attendance/attendance.module.js';
import { NoticeModule } from '../../reference/notice/notice.module.js';
import { SurveyCallConsumer } from './survey-call.consumer.js';
import { SurveyCallWork } from './survey-call.work.js';

@Module({
  imports: [ActivityModule, AttendanceModule, NoticeModule],
  providers: [SurveyCallConsumer, SurveyCallWork],
})
export class SurveyCallModule {}
