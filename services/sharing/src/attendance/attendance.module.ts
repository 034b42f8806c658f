import { Module } from '@nestjs/common';
import { ActivityModule } from '../activities/activity/activity.module.js';
import { PoolModule } from '../activities/pool/pool.module.js';
import { ReferenceModule } from '../reference/reference.module.js';
import { RegistrationModule } from '../seats/registration/registration.module.js';
import { AttendanceController } from './attendance.controller.js';
import { AttendanceDoor } from './attendance.door.js';
import { AttendanceRepository } from './attendance.repository.js';
import { AttendanceService } from './attendance.service.js';
import { CheckInService } from './check-in.service.js';
import { ClosingService } from './closing.service.js';
import { ClosingWork } from './closing.work.js';
import { MovementRepository } from './movement.repository.js';
import { RosterRepository } from './roster.repository.js';
import { RosterService } from './roster.service.js';
import { ScanSnapshots } from './scan-snapshot.js';
import { TotalsWork } from './totals.work.js';
import { UndoService } from './undo.service.js';

@Module({
  imports: [ActivityModule, PoolModule, ReferenceModule, RegistrationModule],
  controllers: [AttendanceController],
  providers: [
    AttendanceDoor,
    AttendanceRepository,
    AttendanceService,
    CheckInService,
    ClosingService,
    ClosingWork,
    MovementRepository,
    RosterRepository,
    RosterService,
    ScanSnapshots,
    TotalsWork,
    UndoService,
  ],
  exports: [AttendanceDoor, AttendanceRepository, AttendanceService, ClosingWork],
})
export class AttendanceModule {}
