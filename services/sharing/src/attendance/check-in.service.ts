import { Injectable } from '@nestjs/common';
import {
  checkInContract,
  type CheckInRequest,
  type CheckInView,
} from '@gongxiang/contracts/sharing/attendance/check-in.contract';
import type { CallContext } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { Transactions } from '@gongxiang/persistence';
import { actions } from './actions.js';
import { ActivityChanges } from '../activities/activity/activity-changes.js';
import { ActivityTurns } from '../activities/activity/activity-turns.js';
import { AttendanceDoor } from './attendance-door.js';
import { ScanIntake } from './scan-intake.js';

/** Check-in and check-out at the door, in batches: an offline device sends everything it has. */
@Injectable()
export class CheckInService {
  constructor(
    private readonly transactions: Transactions,
    private readonly turns: ActivityTurns,
    private readonly activities: ActivityChanges,
    private readonly door: AttendanceDoor,
    private readonly intake: ScanIntake,
  ) {}

  /** Every scan gets its own answer: a refused one does not affect others. */
  @Handles(checkInContract.checkIn)
  checkIn(request: CheckInRequest, call: CallContext): Promise<Outcome<CheckInView>> {
    const turn = this.turns.at(request.activityId);
    return this.transactions.command(
      call,
      checkInContract.checkIn,
      request,
      async (tx) => {
        const activity = await this.activities.lock(tx, request.activityId);
        await this.door.authorise(tx, activity, actions.checkIn);
        const entrance = this.door.entranceOf(tx, activity);
        return this.intake.take(tx, activity, { items: request.items, entrance });
      },
      { turn },
    );
  }
}
