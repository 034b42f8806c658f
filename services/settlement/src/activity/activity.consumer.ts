import { Injectable } from '@nestjs/common';
import {
  type ActivityClosed,
  type ActivityStateData,
  type AttendanceRecorded,
  sharingEvents,
} from '@gongxiang/contracts';
import { Consumes, keepCopy } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { ActivityCloseRow, ActivityRef } from './activity.entity.js';
import { FactService } from './fact.service.js';

/** Keeps the copies of activities and of who came to them. */
@Injectable()
export class ActivityConsumer {
  constructor(private readonly facts: FactService) {}

  @Consumes(sharingEvents.activityChanged)
  async changed(tx: Transaction, activity: ActivityStateData): Promise<void> {
    await keepCopy(tx, ActivityRef, activity);
  }

  @Consumes(sharingEvents.attendanceRecorded)
  async attendanceRecorded(tx: Transaction, { facts }: AttendanceRecorded): Promise<void> {
    await this.facts.add(tx, facts);
  }

  @Consumes(sharingEvents.activityClosed)
  async closed(tx: Transaction, close: ActivityClosed): Promise<void> {
    await keepCopy(tx, ActivityCloseRow, { ...close, closedAt: new Date(close.closedAt) });
  }
}
