import { Injectable } from '@nestjs/common';
import { schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { ActivityRepository } from '../../activities/activity/activity.repository.js';
import type { PoolRow } from '../../activities/pool/pool.entity.js';
import { PoolRepository } from '../../activities/pool/pool.repository.js';
import { PoolService } from '../../activities/pool/pool.service.js';
import { CapacityRepository, type MovedRanks } from './capacity.repository.js';
import { SeatingService } from './seating.service.js';

/** Due work: publish the people who moved from one waitlist to another. */
export const movedWaitlistDue = 'moved-line';
const keySeparator = '/';
/** Registrations published per step under the lock of their activity. */
const publishedPerStep = 200;

interface PoolKey {
  readonly activityId: string;
  readonly id: string;
}

/** Which of a waitlist were moved, and who was published last. */
interface MovedPayload extends MovedRanks {
  readonly after: { readonly came: number; readonly rank: number } | null;
}

/** Releases the free seats of a union's pool to everybody at the agreed time (E15). */
@Injectable()
export class PoolReleaseService {
  constructor(
    private readonly activities: ActivityRepository,
    private readonly pools: PoolRepository,
    private readonly commonPools: PoolService,
    private readonly capacities: CapacityRepository,
    private readonly seating: SeatingService,
  ) {}

  /**
   * People waiting in the pool move with its seats, ahead of those waiting in the common pool: the seats were theirs
   * first. Registered people keep their seats. A second call finds the pool released and does nothing.
   */
  async release(tx: Transaction, key: { readonly activityId: string; readonly id: string }): Promise<void> {
    const activity = await this.activities.lockById(tx, key.activityId);
    const pool = await this.pools.findById(tx, key.activityId, key.id);
    if (activity === null || pool === null || !isToRelease(activity, pool, tx.now)) return;
    await this.releaseNow(tx, activity.id, pool);
  }

  /**
   * The same immediately, for example when the union whose people the seats were for stops hosting. The caller holds
   * the activity's lock.
   */
  async releaseNow(tx: Transaction, activityId: string, pool: PoolRow): Promise<void> {
    const common = await this.commonPools.commonOf(tx, activityId);
    await this.pools.update(tx, { ...pool, releasedAt: tx.now, version: pool.version + 1 });
    tx.audit({ noun: 'pool', id: pool.id, before: { releasedAt: null }, after: { releasedAt: tx.now } });
    const moved = await this.capacities.moveWaiting(tx, activityId, pool.id, common.id);
    if (moved !== null) await this.scheduleMoved(tx, { activityId, id: common.id }, moved);
    // Its free seats go to the common pool; people who moved there may fit into what was free there as well.
    await this.seating.promoteWaitlist(tx, { activityId, id: pool.id });
    await this.seating.promoteWaitlist(tx, { activityId, id: common.id });
  }

  /**
   * Publishes the moved people who still wait, in steps: publishing thousands at once would hold the activity's lock
   * too long. Each is published in their current state.
   */
  async publishMoved(tx: Transaction, key: string, payload: unknown): Promise<void> {
    const pool = movedPoolOf(key);
    const { after, ...ranks } = payload as MovedPayload;
    await this.activities.lockById(tx, pool.activityId);
    const rows = await this.capacities.movedAfter(tx, pool, ranks, after, publishedPerStep);
    await this.seating.publishChanges(tx, rows, 'waitlisted');
    const last = rows.at(-1);
    if (last !== undefined && rows.length === publishedPerStep)
      await this.scheduleMoved(tx, pool, ranks, { came: last.came, rank: last.rank });
  }

  private async scheduleMoved(
    tx: Transaction,
    { activityId, id }: PoolKey,
    { first, last }: MovedRanks,
    after: MovedPayload['after'] = null,
  ): Promise<void> {
    const key = [activityId, id, first].join(keySeparator);
    await schedule(tx, { kind: movedWaitlistDue, key, at: tx.now, payload: { first, last, after } });
  }
}

function movedPoolOf(key: string): PoolKey {
  const [activityId = '', id = ''] = key.split(keySeparator);
  return { activityId, id };
}

/** Checked under the lock: the time may have moved since, or the activity begun. */
function isToRelease({ state, startsAt }: ActivityRow, pool: PoolRow, now: Date): boolean {
  const isAhead = (state === 'draft' || state === 'published') && now < startsAt;
  return isAhead && pool.releasedAt === null && pool.releasesAt !== null && now >= pool.releasesAt;
}
