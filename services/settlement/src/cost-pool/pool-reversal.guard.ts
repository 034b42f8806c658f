import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { EntryWatch, type EntryWatcher, type Obstacles } from '../ledger/entry-watch.js';
import type { EntryRow } from '../ledger/ledger.entity.js';
import { CostPoolRepository } from './cost-pool.repository.js';
import { PoolChainRepository } from './pool-chain.repository.js';

/** The last pool of a chain goes first: what comes later was split by what the earlier ones had taken. */
@Injectable()
export class PoolReversalGuard implements EntryWatcher, OnModuleInit {
  constructor(
    private readonly watch: EntryWatch,
    private readonly pools: CostPoolRepository,
    private readonly chain: PoolChainRepository,
  ) {}

  onModuleInit(): void {
    this.watch.register(this);
  }

  async obstacles(tx: Transaction, entries: readonly EntryRow[]): Promise<Obstacles> {
    const pools = await this.pools.lockOfEntries(tx, entries);
    const later = await this.chain.laterInForce(tx, [...pools.values()]);
    const barred = entries.filter(({ id }) => later.has(pools.get(id)?.id ?? ''));
    return new Map(barred.map(({ id }) => [id, new DomainError('SUPPLEMENT_STANDS')]));
  }
}
