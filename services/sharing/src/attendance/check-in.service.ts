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
import { AttendanceRepository } from './attendance.repository.js';
import { type Judged, judgeAll } from './scan-judging.js';
import { ScanSnapshots } from './scan-snapshot.js';

/** Check-in and check-out at the door, in batches: an offline device sends everything it has. */
@Injectable()
export class CheckInService {
  constructor(
    private readonly transactions: Transactions,
    private readonly turns: ActivityTurns,
    private readonly activities: ActivityChanges,
    private readonly attendance: AttendanceRepository,
    private readonly snapshots: ScanSnapshots,
    private readonly door: AttendanceDoor,
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
        // The lock excludes a concurrent close, cancellation or scan of another door.
        const activity = await this.activities.lock(tx, request.activityId);
        await this.door.authorise(tx, activity, actions.checkIn);
        const snapshot = await this.snapshots.take(tx, activity, request.items);
        const { judged, answers } = judgeAll(tx, snapshot, request.items);
        await this.attendance.insert(
          tx,
          judged.map(({ operation }) => operation),
          judged.flatMap(({ fact }) => fact ?? []),
        );
        tx.audit({ noun: 'attendance', id: activity.id, after: countsOf(judged) });
        if (judged.length > 0) await this.door.hint(tx, activity);
        return { items: answers };
      },
      { turn },
    );
  }
}

function countsOf(judged: readonly Judged[]): Record<string, number> {
  const count = (result: string): number =>
    judged.filter(({ operation }) => operation.result === result).length;
  return {
    checkedIn: count('checkedIn'),
    already: count('already'),
    refused: count('refused'),
    checkedOut: count('checkedOut'),
    cameBack: count('cameBack'),
  };
}
