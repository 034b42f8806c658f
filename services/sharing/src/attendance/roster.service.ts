import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  rosterContract,
  type RosterLineView,
  type RosterPage,
  type RosterRequest,
} from '@gongxiang/contracts/sharing/attendance/roster.contract';
import { type CallContext, dayMs, DomainError } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { toPage, Transactions } from '@gongxiang/persistence';
import { actions as activitiesActions } from '../activities/actions.js';
import { actions } from './actions.js';
import { ActivityRepository } from '../activities/activity/activity.repository.js';
import { PoolRepository } from '../activities/pool/pool.repository.js';
import { AttendanceDoor } from './attendance-door.js';
import { RosterRepository, type RosterRow } from './roster.repository.js';

/** A device deletes the roster a day after the end, when nobody is checked in any more. */
const cachedMs = dayMs;

/** The roster for a device that judges scans offline. */
@Injectable()
export class RosterService {
  constructor(
    private readonly transactions: Transactions,
    private readonly activities: ActivityRepository,
    private readonly roster: RosterRepository,
    private readonly door: AttendanceDoor,
    private readonly pools: PoolRepository,
  ) {}

  /** One page, as of now. @throws DomainError `NOT_FOUND`, `NOT_PERMITTED` for callers who may not check in */
  @Handles(rosterContract.read)
  read(request: RosterRequest, call: CallContext): Promise<RosterPage> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(activitiesActions.seeActivity, {});
      const activity = await this.activities.findById(tx, request.activityId);
      if (activity === null) throw new DomainError('NOT_FOUND');
      await this.door.authorise(tx, activity, actions.checkIn);
      const rows = await this.roster.list(tx, request);
      const page = toPage(rows, { limit: request.limit, cursorOf: (row) => [row.personId] });
      const key = Buffer.from(request.key, 'base64url');
      return {
        items: page.items.map((row) => lineOf(row, key)),
        nextCursor: page.nextCursor,
        roster: {
          activityId: activity.id,
          activityTitle: activity.title,
          activityState: activity.state,
          asOf: tx.now.toISOString(),
          ...this.door.gateOf(tx, activity),
          validUntil: new Date(activity.endsAt.getTime() + cachedMs).toISOString(),
          count: await this.roster.count(tx, activity.id),
          seats: await this.pools.seatsOf(tx, activity.id),
        },
      };
    });
  }
}

function lineOf(row: RosterRow, key: Buffer): RosterLineView {
  const { personId, checkInCode, maskedName, ...line } = row;
  return {
    ...line,
    maskedName: maskedName ?? '*',
    personHash: keyedHash(key, personId),
    codeHash: checkInCode === null ? null : keyedHash(key, checkInCode),
  };
}

/** What a device compares its scans with: only the device has the key to codes of 50 random bits. */
function keyedHash(key: Buffer, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url');
}
