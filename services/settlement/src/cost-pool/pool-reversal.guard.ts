import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { EntryWatch, type EntryWatcher } from '../ledger/entry-watch.js';
import type { EntryRow } from '../ledger/ledger.entity.js';
import { PoolChainRepository } from './pool-chain.repository.js';
import { PoolDesk } from './pool-desk.service.js';

/** The last pool of a chain goes first: what comes later was split by what the earlier ones had taken. */
@Injectable()
export class PoolReversalGuard implements EntryWatcher, OnModuleInit {
  constructor(
    private readonly watch: EntryWatch,
    private readonly desk: PoolDesk,
    private readonly chain: PoolChainRepository,
  ) {}

  onModuleInit(): void {
    this.watch.register(this);
  }

  async mayReverse(tx: Transaction, entry: EntryRow): Promise<void> {
    if (entry.kind !== 'costs') return;
    const pool = await this.desk.take(tx, entry.sourceId);
    const chain = await this.chain.chainOf(tx, pool.supplementOf ?? pool.id);
    const later = chain.filter(({ id, state }) => id > pool.id && state !== 'reversed');
    const reversed = await this.chain.reversedAmong(tx, later);
    if (later.some(({ id }) => !reversed.has(id))) throw new DomainError('SUPPLEMENT_STANDS');
  }
}
