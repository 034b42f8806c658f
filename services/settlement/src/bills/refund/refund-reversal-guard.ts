import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { EntryWatch, type EntryWatcher, type Held } from '../../ledger/entry-watch.js';
import type { EntryRow } from '../../ledger/ledger.entity.js';
import { RefundRepository, type StandingRefund } from './refund.repository.js';

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
    const barred = costs.flatMap(({ id, sourceId }) => {
      const refund = refunded.get(sourceId);
      return refund === undefined ? [] : [[id, refundStands(refund)] as const];
    });
    return { obstacles: new Map(barred) };
  }
}

/** 409 `REFUND_STANDS`, which names the refund and leads to it. */
function refundStands({ id, costPoolId, creditNote, day, amountFen }: StandingRefund): DomainError {
  const params = { refundId: id, costPoolId, creditNote, day, amountFen: String(amountFen) };
  return new DomainError('REFUND_STANDS', { params });
}
