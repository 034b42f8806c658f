import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { CostPoolRepository } from '../cost-pool/cost-pool.repository.js';
import { EntryWatch, type EntryWatcher, type Obstacles } from '../ledger/entry-watch.js';
import type { EntryRow } from '../ledger/ledger.entity.js';
import { RefundRepository } from './refund.repository.js';

/** What was refunded of a pool would come back twice if the pool were taken back as a whole. */
@Injectable()
export class RefundReversalGuard implements EntryWatcher, OnModuleInit {
  constructor(
    private readonly watch: EntryWatch,
    private readonly pools: CostPoolRepository,
    private readonly refunds: RefundRepository,
  ) {}

  onModuleInit(): void {
    this.watch.register(this);
  }

  async obstacles(tx: Transaction, entries: readonly EntryRow[]): Promise<Obstacles> {
    const pools = await this.pools.lockOfEntries(tx, entries);
    const refunded = await this.refunds.standing(
      tx,
      [...pools.values()].map(({ id }) => id),
    );
    const barred = entries.filter(({ id }) => refunded.has(pools.get(id)?.id ?? ''));
    return new Map(barred.map(({ id }) => [id, new DomainError('REFUND_STANDS')]));
  }
}
