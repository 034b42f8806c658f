import { Injectable } from '@nestjs/common';
import {
  rosterContract,
  type RosterPage,
  type RosterRequest,
} from '@gongxiang/contracts/sharing/attendance/roster.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { Transactions } from '@gongxiang/persistence';
import { actions as activitiesActions } from '../activities/actions.js';
import { actions } from './actions.js';
import { ActivityRepository } from '../activities/activity/activity.repository.js';
import { AttendanceDoor } from './attendance-door.js';
import { DoorRoster } from './door-roster.js';

/** The roster for the devices of staff. */
@Injectable()
export class RosterService {
  constructor(
    private readonly transactions: Transactions,
    private readonly activities: ActivityRepository,
    private readonly door: AttendanceDoor,
    private readonly roster: DoorRoster,
  ) {}

  /** One page, as of now. @throws DomainError `NOT_FOUND`, `NOT_PERMITTED` for callers who may not check in */
  @Handles(rosterContract.read)
  read(request: RosterRequest, call: CallContext): Promise<RosterPage> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(activitiesActions.seeActivity, {});
      const activity = await this.activities.findById(tx, request.activityId);
      if (activity === null) throw new DomainError('NOT_FOUND');
      await this.door.authorise(tx, activity, actions.checkIn);
      return this.roster.page(tx, activity, request, { gate: this.door.gateOf(tx, activity) });
    });
  }
}
