import { Module } from '@nestjs/common';
import { ActivityModule } from '../../activities/activity/activity.module.js';
import { AttendanceModule } from '../attendance.module.js';
import { NoticeModule } from '../../reference/notice/notice.module.js';
import { ReferenceModule } from '../../reference/reference.module.js';
import { RegistrationModule } from '../../seats/registration/registration.module.js';
import { AttendanceCorrectionController } from './attendance-correction.controller.js';
import { AttendanceCorrectionRepository } from './attendance-correction.repository.js';
import { AttendanceCorrectionService } from './attendance-correction.service.js';
import { CorrectionDesk } from './correction-desk.js';
import { CorrectionDrafts } from './correction-drafts.js';

/** What is put right in the record of who came. */
@Module({
  imports: [ActivityModule, AttendanceModule, NoticeModule, ReferenceModule, RegistrationModule],
  controllers: [AttendanceCorrectionController],
  providers: [AttendanceCorrectionRepository, AttendanceCorrectionService, CorrectionDesk, CorrectionDrafts],
})
export class AttendanceCorrectionModule {}
