import { Injectable } from '@nestjs/common';
import { type ActivityStateData, sharingEvents } from '@gongxiang/contracts/sharing/sharing-events';
import { Consumer, ConsumesTogether, storeCopy } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { ActivityHostRef } from './activity-host.entity.js';

/** Maintains the copies of the hosts of activities. */
@Consumer('activity-host-consumer')
@Injectable()
export class ActivityHostConsumer {
  @ConsumesTogether(sharingEvents.activityChanged, (activity) => activity.id)
  async activityChanged(tx: Transaction, activity: ActivityStateData): Promise<void> {
    const { id: activityId, version, organiser, coHosts } = activity;
    const hosts = [organiser, ...coHosts].map(({ kind, id }) => `${kind}:${id}`);
    tx.send(storeCopy(tx, ActivityHostRef, { activityId, version, hosts: [...new Set(hosts)] }));
  }
}
