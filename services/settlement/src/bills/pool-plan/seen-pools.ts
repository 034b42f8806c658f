import { Injectable } from '@nestjs/common';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../../reference/actions.js';
import type { CostPoolRow } from '../cost-pool/cost-pool.entity.js';
import { CostPoolRepository } from '../cost-pool/cost-pool.repository.js';

/** A pool, for whoever may see it. */
@Injectable()
export class SeenPools {
  constructor(private readonly pools: CostPoolRepository) {}

  /** @throws DomainError `NOT_FOUND` */
  async one(tx: Transaction, costPoolId: string): Promise<CostPoolRow> {
    const pool = await this.pools.findById(tx, costPoolId);
    tx.authorise(actions.seeCostPool, { paths: await this.pools.pathsOf(tx, costPoolId) });
    if (pool === null) throw new DomainError('NOT_FOUND');
    return pool;
  }
}
