import { Module } from '@nestjs/common';
import { ActivitiesModule } from '../activities/activities.module.js';
import { ReferenceModule } from '../reference/reference.module.js';
import { SeatsModule } from '../seats/seats.module.js';
import { AttendanceCorrectionRepository } from './attendance-correction/attendance-correction.repository.js';
import { AttendanceCorrectionService } from './attendance-correction/attendance-correction.service.js';
import { CorrectionAccess } from './attendance-correction/correction-access.js';
import { CorrectionAwaits } from './attendance-correction/correction-awaits.js';
import { CorrectionDrafts } from './attendance-correction/correction-drafts.js';
import { AttendanceDoor } from './attendance-door.js';
import { AttendanceRepository } from './attendance.repository.js';
import { AttendanceService } from './attendance.service.js';
import { CheckInService } from './check-in.service.js';
import { ClosingService } from './closing.service.js';
import { ClosingWork } from './closing-work.js';
import { MovementRepository } from './movement.repository.js';
import { DoorDeviceService } from './door-link/door-device.service.js';
import { DoorLinkRepository } from './door-link/door-link.repository.js';
import { DoorLinkService } from './door-link/door-link.service.js';
import { DoorRoster } from './door-roster.js';
import { InterestChoices } from './mutual-interest/interest-choices.js';
import { InterestCircle } from './mutual-interest/interest-circle.js';
import { InterestConsent } from './mutual-interest/interest-consent.js';
import { InterestErasure } from './mutual-interest/interest-erasure.js';
import { InterestMatches } from './mutual-interest/interest-matches.js';
import { InterestRepository } from './mutual-interest/interest.repository.js';
import { InterestSecrets } from './mutual-interest/interest-secrets.js';
import { MutualInterestService } from './mutual-interest/mutual-interest.service.js';
import { RosterRepository } from './roster.repository.js';
import { RosterService } from './roster.service.js';
import { ScanIntake } from './scan-intake.js';
import { ScanSnapshots } from './scan-snapshot.js';
import { ScanUndoing } from './scan-undoing.js';
import { TotalsRepository } from './totals.repository.js';
import { TotalsWork } from './totals-work.js';
import { UndoService } from './undo.service.js';

const attendance = [
  AttendanceDoor,
  AttendanceRepository,
  AttendanceService,
  CheckInService,
  ClosingService,
  ClosingWork,
  DoorRoster,
  MovementRepository,
  RosterRepository,
  RosterService,
  ScanIntake,
  ScanSnapshots,
  ScanUndoing,
  TotalsRepository,
  TotalsWork,
  UndoService,
];
/** Corrections of attendance. */
const attendanceCorrection = [
  AttendanceCorrectionRepository,
  AttendanceCorrectionService,
  CorrectionAccess,
  CorrectionAwaits,
  CorrectionDrafts,
];
/** Helpers at the door, who need no account. */
const doorLink = [DoorDeviceService, DoorLinkRepository, DoorLinkService];
const mutualInterest = [
  InterestChoices,
  InterestCircle,
  InterestConsent,
  InterestErasure,
  InterestMatches,
  InterestRepository,
  InterestSecrets,
  MutualInterestService,
];

@Module({
  imports: [ReferenceModule, ActivitiesModule, SeatsModule],
  providers: [...attendance, ...attendanceCorrection, ...doorLink, ...mutualInterest],
  exports: [AttendanceDoor, AttendanceRepository, AttendanceService, InterestErasure],
})
export class AttendanceModule {}
