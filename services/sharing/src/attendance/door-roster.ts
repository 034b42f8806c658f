import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type {
  RosterLineView,
  RosterPage,
  RosterRequest,
} from '@gongxiang/contracts/sharing/attendance/roster.contract';
import { dayMs } from '@gongxiang/domain';
import type { Gate } from '@gongxiang/domain/door';
import { toPage, type Transaction } from '@gongxiang/persistence';
import type { ActivityRow } from '../activities/activity/activity.entity.js';
import { PoolRepository } from '../activities/pool/pool.repository.js';
import { RosterRepository, type RosterRow } from './roster.repository.js';

/** A device deletes the roster a day after the end, when nobody is checked in any more. */
const cachedMs = dayMs;

interface DoorOfRoster {
  readonly gate: Gate;
  /** When the device works there no more; absent for staff. */
  readonly until?: Date;
}

/** The roster of an activity, for a device that judges scans offline. */
@Injectable()
export class DoorRoster {
  constructor(
    private readonly roster: RosterRepository,
    private readonly pools: PoolRepository,
  ) {}

  /** One page, as of now. */
  async page(
    tx: Transaction,
    activity: ActivityRow,
    request: Omit<RosterRequest, 'activityId'>,
    { gate, until }: DoorOfRoster,
  ): Promise<RosterPage> {
    const rows = await this.roster.list(tx, { ...request, activityId: activity.id });
    const page = toPage(rows, { limit: request.limit, cursorOf: (row) => [row.personId] });
    const key = Buffer.from(request.key, 'base64url');
    const cachedUntil = activity.endsAt.getTime() + cachedMs;
    return {
      items: page.items.map((row) => lineOf(row, key)),
      nextCursor: page.nextCursor,
      roster: {
        activityId: activity.id,
        activityTitle: activity.title,
        activityState: activity.state,
        asOf: tx.now.toISOString(),
        ...gate,
        validUntil: new Date(Math.min(cachedUntil, until?.getTime() ?? cachedUntil)).toISOString(),
        count: await this.roster.count(tx, activity.id),
        seats: await this.pools.seatsOf(tx, activity.id),
      },
    };
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
