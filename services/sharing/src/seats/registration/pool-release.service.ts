import { Injectable } from '@nestjs/common';
import { schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { ActivityRepository } from '../../activities/activity/activity.repository.js';
import type { PoolRow } from '../../activities/pool/pool.entity.js';
import { PoolRepository } from '../../activities/pool/pool.repository.js';
import { PoolService } from '../../activities/pool/pool.service.js';
import { LineRepository, type MovedRanks } from './line.repository.js';
import { SeatingService } from './seating.service.js';

/** Due work: those who went from one waitlist to another are published. */
export const movedLineDue = 'moved-line';
const keySeparator = '/';
/** So many registrations in one step under the lock of their activity. */
const publishedPerStep = 200;

interface PoolKey {
  readonly activityId: string;
  readonly id: string;
}

/** Which of a line were moved, and who of them was published last. */
interface MovedPayload extends MovedRanks {
  readonly after: { readonly came: number; readonly rank: number } | null;
}

/** Gives what is free of a union's pool to everybody, at the time that was agreed (E15). */
@Injectable()
export class PoolReleaseService {
  constructor(
    private readonly activities: ActivityRepository,
    private readonly pools: PoolRepository,
    private readonly commonPools: PoolService,
    private readonly lines: LineRepository,
    private readonly seating: SeatingService,
  ) {}

  /**
   * Whoever waits in the pool goes with its seats, ahead of those who wait in the common pool: the seats were theirs
   * first. Whoever has a seat keeps it where it is. A second call finds the pool released, and does nothing.
   */
  async release(tx: Transaction, key: { readonly activityId: string; readonly id: string }): Promise<void> {
    const activity = await this.activities.lockById(tx, key.activityId);
    const pool = await this.pools.findById(tx, key.activityId, key.id);
    if (activity === null || pool === null || !isToRelease(activity, pool, tx.now)) return;
    await this.giveUp(tx, activity.id, pool);
  }

  /** The same at once, as when the union whose people the seats were for hosts no more. The caller holds the activity's lock. */
  async giveUp(tx: Transaction, activityId: string, pool: PoolRow): Promise<void> {
    const common = await this.commonPools.commonOf(tx, activityId);
    await this.pools.update(tx, { ...pool, releasedAt: tx.now, version: pool.version + 1 });
    tx.audit({ noun: 'pool', id: pool.id, before: { releasedAt: null }, after: { releasedAt: tx.now } });
    const moved = await this.lines.moveWaiting(tx, activityId, pool.id, common.id);
    if (moved !== null) await this.noteMoved(tx, { activityId, id: common.id }, moved);
    // By this its free seats go to the common pool; those who came with them may fit into what was free there as well.
    await this.seating.serve(tx, { activityId, id: pool.id });
    await this.seating.serve(tx, { activityId, id: common.id });
  }

  /**
   * Publishes what became of those who went along and wait still, some at a time: thousands at once would hold the activity's lock
   * for as long as all that is written of them takes. Each is published as they are by then.
   */
  async publishMoved(tx: Transaction, key: string, payload: unknown): Promise<void> {
    const pool = movedLine(key);
    const { after, ...ranks } = payload as MovedPayload;
    await this.activities.lockById(tx, pool.activityId);
    const rows = await this.lines.movedAfter(tx, pool, ranks, after, publishedPerStep);
    await this.seating.tell(tx, rows, 'waitlisted');
    const last = rows.at(-1);
    if (last !== undefined && rows.length === publishedPerStep)
      await this.noteMoved(tx, pool, ranks, { came: last.came, rank: last.rank });
  }

  private async noteMoved(
    tx: Transaction,
    { activityId, id }: PoolKey,
    { first, last }: MovedRanks,
    after: MovedPayload['after'] = null,
  ): Promise<void> {
    const key = [activityId, id, first].join(keySeparator);
    await schedule(tx, { kind: movedLineDue, key, at: tx.now, payload: { first, last, after } });
  }
}

function movedLine(key: string): PoolKey {
  const [activityId = '', id = ''] = key.split(keySeparator);
  return { activityId, id };
}

/** Asked under the lock: the time may have been moved since, or the activity have begun. */
function isToRelease({ state, startsAt }: ActivityRow, pool: PoolRow, now: Date): boolean {
  const isAhead = (state === 'draft' || state === 'published') && now < startsAt;
  return isAhead && pool.releasedAt === null && pool.releasesAt !== null && now >= pool.releasesAt;
}
