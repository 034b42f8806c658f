import { Controller } from '@nestjs/common';
import {
  type ActivityClosingView,
  type AttendancePage,
  AttendanceRequest,
  checkInContract,
  CheckInRequest,
  type CheckInView,
  CloseActivityRequest,
  DoorFlowRequest,
  type DoorFlowView,
  rosterContract,
  type RosterPage,
  RosterRequest,
  UndoCheckInRequest,
  type UndoneCheckInView,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Republishes } from '@gongxiang/messaging/events';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import type { Transaction } from '@gongxiang/persistence';
import { AttendanceService } from './attendance.service.js';
import { CheckInService } from './check-in.service.js';
import { ClosingService } from './closing.service.js';
import { RosterService } from './roster.service.js';
import { UndoService } from './undo.service.js';

@Controller()
export class AttendanceController {
  constructor(
    private readonly checkIns: CheckInService,
    private readonly attendance: AttendanceService,
    private readonly closing: ClosingService,
    private readonly rosters: RosterService,
    private readonly undoing: UndoService,
  ) {}

  @HandlesCommand(checkInContract.checkIn)
  checkIn(@Request() request: CheckInRequest, @Call() call: CallContext): Promise<Outcome<CheckInView>> {
    return this.checkIns.checkIn(request, call);
  }

  @HandlesCommand(checkInContract.undo)
  undo(
    @Request() request: UndoCheckInRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<UndoneCheckInView>> {
    return this.undoing.undo(request, call);
  }

  @HandlesQuery(checkInContract.flow)
  flow(@Request() request: DoorFlowRequest, @Call() call: CallContext): Promise<DoorFlowView> {
    return this.attendance.flow(request, call);
  }

  @HandlesQuery(checkInContract.attendance)
  list(@Request() request: AttendanceRequest, @Call() call: CallContext): Promise<AttendancePage> {
    return this.attendance.list(request, call);
  }

  @HandlesQuery(rosterContract.read)
  roster(@Request() request: RosterRequest, @Call() call: CallContext): Promise<RosterPage> {
    return this.rosters.read(request, call);
  }

  @HandlesCommand(checkInContract.close)
  close(
    @Request() request: CloseActivityRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<ActivityClosingView>> {
    return this.closing.close(request, call);
  }

  @Republishes('attendance')
  republish(tx: Transaction, afterId: string | null, limit: number): Promise<string | null> {
    return this.closing.republish(tx, afterId, limit);
  }
}
