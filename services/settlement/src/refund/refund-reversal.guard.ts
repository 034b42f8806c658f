import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { EntryWatch, type EntryWatcher, type Held } from '../ledger/entry-watch.js';
import type { EntryRow } from '../ledger/ledger.entity.js';
import { RefundRepository } from './refund.repository.js';

/** What was refunded of a pool would come back twice if the pool were taken back as a whole. */
@Injectable()
export class RefundReversalGuard implements EntryWatcher, OnModuleInit {
  readonly locks = 'refund';

  constructor(
    private readonly watch: EntryWatch,
    private readonly refunds: RefundRepository,
  ) {}

  onModuleInit(): void {
    this.watch.register(this);
  }

  async hold(tx: Transaction, entries: readonly EntryRow[]): Promise<Partial<Held>> {
    const costs = entries.filter(({ kind }) => kind === 'costs');
    if (costs.length === 0) return {};
    const refunded = await this.refunds.standing(
      tx,
      costs.map(({ sourceId }) => sourceId),
    );
    const barred = costs.filter(({ sourceId }) => refunded.has(sourceId));
    return { obstacles: new Map(barred.map(({ id }) => [id, new DomainError('REFUND_STANDS')])) };
  }
}
