import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { ActivityFollowers } from '../activity/activity-followers.js';
import type { ActivityRow } from '../activity/activity.entity.js';
import { scheduleRelease } from './pool-release.due.js';
import { PoolRepository } from './pool.repository.js';

/**
 * The release of a pool and the end of its promotions are relative to the start: if it moves they move along, the
 * same distance in local time (E36), as in a copied activity. A past release stays. The opening of a pool was
 * announced and stays where it is, like that of the activity.
 */
@Injectable()
export class PoolTimesFollower implements OnModuleInit {
  constructor(
    private readonly followers: ActivityFollowers,
    private readonly pools: PoolRepository,
  ) {}

  onModuleInit(): void {
    this.followers.add((tx, before, after) => this.follow(tx, before, after));
  }

  private async follow(tx: Transaction, before: ActivityRow, after: ActivityRow): Promise<void> {
    if (before.startsAt.getTime() === after.startsAt.getTime()) return;
    const earlier = new Map((await this.pools.rowsOf(tx, after.id)).map((pool) => [pool.id, pool]));
    await this.pools.moveTimes(tx, before, after);
    for (const pool of await this.pools.rowsOf(tx, after.id)) {
      const was = earlier.get(pool.id);
      if (was === undefined || was.version === pool.version) continue;
      const { releasesAt, promotionUntil } = pool;
      if (pool.releasedAt === null) await scheduleRelease(tx, pool);
      tx.audit({
        noun: 'pool',
        id: pool.id,
        before: { releasesAt: was.releasesAt, promotionUntil: was.promotionUntil },
        after: { releasesAt, promotionUntil },
      });
    }
  }
}
