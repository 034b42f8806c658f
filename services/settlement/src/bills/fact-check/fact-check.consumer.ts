import { Injectable } from '@nestjs/common';
import { type CostPoolApproved, settlementEvents } from '@gongxiang/contracts/settlement/settlement-events';
import {
  type ActivityClosed,
  type AttendanceRecorded,
  type AttendanceTotalled,
  sharingEvents,
} from '@gongxiang/contracts/sharing/sharing-events';
import { Consumer, Consumes, OnDue } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { factCheckDue, FactCheckService } from './fact-check.service.js';

/** Schedules a comparison after each close, each later fact and each nightly total. */
@Consumer('fact-check-consumer')
@Injectable()
export class FactCheckConsumer {
  constructor(private readonly checks: FactCheckService) {}

  @Consumes(sharingEvents.activityClosed)
  closed(tx: Transaction, { activityId }: ActivityClosed): Promise<void> {
    return this.checks.expect(tx, [activityId]);
  }

  @Consumes(sharingEvents.attendanceRecorded)
  recorded(tx: Transaction, { activityId }: AttendanceRecorded): Promise<void> {
    return this.checks.expect(tx, [activityId]);
  }

  @Consumes(sharingEvents.attendanceTotalled)
  totalled(tx: Transaction, { totals }: AttendanceTotalled): Promise<void> {
    return this.checks.totalled(tx, totals);
  }

  @Consumes(settlementEvents.costPoolApproved)
  approved(tx: Transaction, { activityId }: CostPoolApproved): Promise<void> {
    return activityId === null ? Promise.resolve() : this.checks.expect(tx, [activityId]);
  }

  @OnDue(factCheckDue)
  check(tx: Transaction, activityId: string): Promise<void> {
    return this.checks.check(tx, activityId);
  }
}
