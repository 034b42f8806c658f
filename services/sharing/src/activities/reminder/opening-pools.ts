import { Injectable } from '@nestjs/common';
import { shanghaiDate } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow } from '../activity/activity.entity.js';
import { PoolClubs } from '../pool/pool-clubs.js';
import { choosePool } from '../pool/pool.model.js';
import { type PlacedPool, PoolRepository } from '../pool/pool.repository.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { opensAtOf } from './reminder-planner.js';

/** The pool a person's seat will come from, with its opening time. */
export interface OpeningPool {
  readonly pool: PlacedPool;
  readonly opensAt: Date;
}

@Injectable()
export class OpeningPools {
  constructor(
    private readonly pools: PoolRepository,
    private readonly references: ReferenceRepository,
    private readonly clubs: PoolClubs,
  ) {}

  /** @returns null if no pool is for the person @throws DomainError `REFERENCE_PENDING` */
  async of(tx: Transaction, activity: ActivityRow, personId: string): Promise<OpeningPool | null> {
    const { unionId, servedByUnionId, sex } = await this.references.member(tx, personId);
    const union = unionId === null ? null : await this.references.union(tx, unionId);
    const served = servedByUnionId === null ? null : await this.references.union(tx, servedByUnionId);
    const pools = await this.pools.ofActivity(tx, activity.id);
    const day = shanghaiDate(activity.startsAt);
    const clubs = await this.clubs.read(tx, pools, { personIds: [personId], day });
    const serving = served && { unionPath: served.path, sizeClass: served.sizeClass };
    const seeker = { unionPath: union?.path ?? null, sizeClass: union?.sizeClass ?? null, sex, serving };
    const pool = choosePool(pools, seeker, clubs.of(personId));
    return pool === null ? null : { pool, opensAt: opensAtOf(activity, pool) };
  }
}
