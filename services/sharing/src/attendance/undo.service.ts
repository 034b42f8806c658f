import { Injectable } from '@nestjs/common';
import {
  checkInContract,
  type UndoCheckInRequest,
  type UndoneCheckInView,
} from '@gongxiang/contracts/sharing/attendance/check-in.contract';
import type { CallContext } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { Transactions } from '@gongxiang/persistence';
import { actions } from './actions.js';
import { ActivityChanges } from '../activities/activity/activity-changes.js';
import { AttendanceDoor } from './attendance-door.js';
import { ScanUndoing } from './scan-undoing.js';

/** Undoes mistaken scans in or out. */
@Injectable()
export class UndoService {
  constructor(
    private readonly transactions: Transactions,
    private readonly activities: ActivityChanges,
    private readonly door: AttendanceDoor,
    private readonly undoing: ScanUndoing,
  ) {}

  /** @throws DomainError `NOT_FOUND`, `NOT_PERMITTED`, and as {@link ScanUndoing.undo} */
  @Handles(checkInContract.undo)
  undo(request: UndoCheckInRequest, call: CallContext): Promise<Outcome<UndoneCheckInView>> {
    return this.transactions.command(call, checkInContract.undo, request, async (tx) => {
      const activity = await this.activities.lock(tx, request.activityId);
      await this.door.authorise(tx, activity, actions.checkIn);
      return this.undoing.undo(tx, activity, { ...request, entrance: this.door.entranceOf(tx, activity) });
    });
  }
}
