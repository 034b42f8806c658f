import { Module } from '@nestjs/common';
import { ActivityModule } from '../activity/activity.module.js';
import { ReferenceModule } from '../reference/reference.module.js';
import { RegistrationModule } from '../registration/registration.module.js';
import { AttendanceController } from './attendance.controller.js';
import { AttendanceDoor } from './attendance.door.js';
import { AttendanceRepository } from './attendance.repository.js';
import { AttendanceService } from './attendance.service.js';
import { CheckInService } from './check-in.service.js';
import { ClosingWork } from './closing.work.js';
import { RosterRepository } from './roster.repository.js';
import { RosterService } from './roster.service.js';

@Module({
  imports: [ActivityModule, ReferenceModule, RegistrationModule],
  controllers: [AttendanceController],
  providers: [
    AttendanceDoor,
    AttendanceRepository,
    AttendanceService,
    CheckInService,
    ClosingWork,
    RosterRepository,
    RosterService,
  ],
  exports: [AttendanceDoor, AttendanceRepository, AttendanceService, ClosingWork],
})
export class AttendanceModule {}
