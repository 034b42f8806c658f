import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { PoolDesk } from '../cost-pool/pool-desk.service.js';
import { EntryWatch, type EntryWatcher } from '../ledger/entry-watch.js';
import type { EntryRow } from '../ledger/ledger.entity.js';
import { RefundRepository } from './refund.repository.js';

/** What was refunded of a pool would come back twice if the pool were taken back as a whole. */
@Injectable()
export class RefundReversalGuard implements EntryWatcher, OnModuleInit {
  constructor(
    private readonly watch: EntryWatch,
    private readonly desk: PoolDesk,
    private readonly refunds: RefundRepository,
  ) {}

  onModuleInit(): void {
    this.watch.register(this);
  }

  async mayReverse(tx: Transaction, entry: EntryRow): Promise<void> {
    if (entry.kind !== 'costs') return;
    const pool = await this.desk.take(tx, entry.sourceId);
    if (await this.refunds.stands(tx, pool.id)) throw new DomainError('REFUND_STANDS');
  }
}
