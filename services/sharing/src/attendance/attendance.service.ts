import { Injectable } from '@nestjs/common';
import {
  type AttendancePage,
  type AttendanceRequest,
  checkInContract,
  type DoorFlowRequest,
  type DoorFlowView,
} from '@gongxiang/contracts/sharing/attendance/check-in.contract';
import { type CallContext, dayMs, DomainError } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions as activitiesActions } from '../activities/actions.js';
import { actions } from './actions.js';
import type { ActivityRow } from '../activities/activity/activity.entity.js';
import { ActivityRepository } from '../activities/activity/activity.repository.js';
import { AttendanceDoor } from './attendance-door.js';
import { AttendanceRepository } from './attendance.repository.js';
import { MovementRepository } from './movement.repository.js';

/** Up to this duration a chart can show five-minute steps. */
const stepsFineMs = 2 * dayMs;

@Injectable()
export class AttendanceService {
  constructor(
    private readonly transactions: Transactions,
    private readonly activities: ActivityRepository,
    private readonly attendance: AttendanceRepository,
    private readonly door: AttendanceDoor,
    private readonly movements: MovementRepository,
  ) {}

  /** Attendance so far, and its number. */
  @Handles(checkInContract.attendance)
  list(request: AttendanceRequest, call: CallContext): Promise<AttendancePage> {
    return this.transactions.read(call, async (tx) => {
      const activity = await this.activityFor(tx, request.activityId);
      const rows = await this.attendance.list(tx, request);
      const cursorOf = (row: { checkedInAt: Date; personId: string }): string[] => [
        row.checkedInAt.toISOString(),
        row.personId,
      ];
      const page = toPage(rows, { limit: request.limit, cursorOf });
      const items = page.items.map((row) => ({
        ...row,
        maskedName: row.maskedName ?? '*',
        checkedInAt: row.checkedInAt.toISOString(),
      }));
      return { items, nextCursor: page.nextCursor, totals: await this.movements.totals(tx, activity.id) };
    });
  }

  /** How many were inside, over time. @throws DomainError as the list */
  @Handles(checkInContract.flow)
  flow({ activityId }: DoorFlowRequest, call: CallContext): Promise<DoorFlowView> {
    return this.transactions.read(call, async (tx) => {
      const { startsAt, endsAt } = await this.activityFor(tx, activityId);
      const isLong = endsAt.getTime() - startsAt.getTime() > stepsFineMs;
      const stepMinutes = isLong ? 60 : 5;
      return { stepMinutes, points: await this.movements.flow(tx, activityId, stepMinutes) };
    });
  }

  private async activityFor(tx: Transaction, activityId: string): Promise<ActivityRow> {
    tx.authorise(activitiesActions.seeActivity, {});
    const activity = await this.activities.findById(tx, activityId);
    if (activity === null) throw new DomainError('NOT_FOUND');
    await this.door.authorise(tx, activity, actions.seeAttendance);
    return activity;
  }
}
