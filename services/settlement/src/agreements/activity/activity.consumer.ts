import { Injectable } from '@nestjs/common';
import {
  type ActivityClosed,
  type ActivityStateData,
  type AttendanceRecorded,
  sharingEvents,
} from '@gongxiang/contracts/sharing/sharing-events';
import { Consumer, Consumes, ConsumesTogether, storeCopies, storeCopy } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { ActivityCloseRow, ActivityRef, AttendanceFactRow } from './activity.entity.js';

/** Maintains the copies of activities and of attendance. */
@Consumer('activity-consumer')
@Injectable()
export class ActivityConsumer {
  @ConsumesTogether(sharingEvents.activityChanged, (activity) => activity.id)
  async changed(tx: Transaction, activity: ActivityStateData): Promise<void> {
    const { startsAt, endsAt } = activity;
    tx.send(
      storeCopy(tx, ActivityRef, { ...activity, startsAt: new Date(startsAt), endsAt: new Date(endsAt) }),
    );
  }

  /** Facts are immutable. The newest fact of a person wins, whatever the order or number of deliveries. */
  @Consumes(sharingEvents.attendanceRecorded)
  async attendanceRecorded(tx: Transaction, { facts }: AttendanceRecorded): Promise<void> {
    tx.send(
      storeCopies(
        tx,
        AttendanceFactRow,
        facts.map(({ revision: version = 1, ...fact }) => ({ ...fact, version })),
      ),
    );
  }

  @ConsumesTogether(sharingEvents.activityClosed, (close) => close.activityId)
  async closed(tx: Transaction, close: ActivityClosed): Promise<void> {
    tx.send(storeCopy(tx, ActivityCloseRow, { ...close, closedAt: new Date(close.closedAt) }));
  }
}
