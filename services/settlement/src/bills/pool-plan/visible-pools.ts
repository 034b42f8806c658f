import { Injectable } from '@nestjs/common';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../../reference/actions.js';
import type { CostPoolRow } from '../cost-pool/cost-pool.entity.js';
import { CostPoolRepository } from '../cost-pool/cost-pool.repository.js';

/** Loads pools for callers who may see them. */
@Injectable()
export class VisiblePools {
  constructor(private readonly pools: CostPoolRepository) {}

  /** @throws DomainError `NOT_FOUND` */
  async find(tx: Transaction, costPoolId: string): Promise<CostPoolRow> {
    const pool = await this.pools.findById(tx, costPoolId);
    tx.authorise(actions.seeCostPool, { paths: await this.pools.pathsOf(tx, costPoolId) });
    if (pool === null) throw new DomainError('NOT_FOUND');
    return pool;
  }
}
