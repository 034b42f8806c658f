import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { ActivityTaskChanges } from '../../activities/activity-task/activity-task-changes.js';
import { AgreementEnd } from '../../activities/agreement/agreement-end.js';
import { CoHostChanges, type Invitation } from '../../activities/co-host/co-host-changes.js';
import { CoHostNotices } from '../../activities/co-host/co-host-notices.js';
import { hostOf } from './leaving-co-hosts.js';
import { LeavingSeats } from './leaving-seats.js';

/** Everything that follows when a co-host leaves, in one transaction and under the lock of the activity. */
@Injectable()
export class LeavingEffects {
  constructor(
    private readonly coHosts: CoHostChanges,
    private readonly agreements: AgreementEnd,
    private readonly tasks: ActivityTaskChanges,
    private readonly seats: LeavingSeats,
    private readonly notices: CoHostNotices,
  ) {}

  /** @param before the locked row @returns the co-host, with the activity without it */
  async apply(tx: Transaction, before: Invitation, reason: string): Promise<Invitation> {
    const { activity } = before;
    await this.agreements.end(tx, activity.id);
    await this.seats.release(tx, before);
    await this.tasks.dropOf(tx, activity, hostOf(before));
    const answer = { state: 'left', reason, activity: { agreementId: null } } as const;
    const left = await this.coHosts.settle(tx, before, answer);
    await this.notices.left(tx, left);
    return left;
  }
}
