import { Injectable } from '@nestjs/common';
import {
  type ActivityClosingView,
  type AttendancePage,
  type AttendanceRequest,
  checkInContract,
  type CloseActivityRequest,
} from '@gongxiang/contracts';
import { type CallContext, DomainError } from '@gongxiang/domain';
import type { Outcome } from '@gongxiang/messaging/rpc';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ActivityRepository } from '../activity/activity.repository.js';
import { AttendanceDoor } from './attendance.door.js';
import { AttendanceRepository } from './attendance.repository.js';
import { ClosingWork } from './closing.work.js';

@Injectable()
export class AttendanceService {
  constructor(
    private readonly transactions: Transactions,
    private readonly activities: ActivityRepository,
    private readonly attendance: AttendanceRepository,
    private readonly door: AttendanceDoor,
    private readonly closing: ClosingWork,
  ) {}

  /** Who came so far, and how many. */
  list(request: AttendanceRequest, call: CallContext): Promise<AttendancePage> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeActivity, {});
      const activity = await this.activities.findById(tx, request.activityId);
      if (activity === null) throw new DomainError('NOT_FOUND');
      await this.door.authorise(tx, activity, actions.seeAttendance);
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
      return { items, nextCursor: page.nextCursor, totals: await this.attendance.totals(tx, activity.id) };
    });
  }

  /** Ends an activity: what happened at the door is final from here on. */
  close(request: CloseActivityRequest, call: CallContext): Promise<Outcome<ActivityClosingView>> {
    return this.transactions.command(call, checkInContract.close, request, (tx: Transaction) =>
      this.closing.close(tx, request.activityId),
    );
  }
}
