import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import {
  EntryListeners,
  type EntryListener,
  type ReversalPreparation,
} from '../../ledger/entry-listeners.js';
import type { EntryRow } from '../../ledger/ledger.entity.js';
import { RefundRepository, type StandingRefund } from './refund.repository.js';

/** Blocks the reversal of a pool that has refunds: the refunded amounts would be returned twice. */
@Injectable()
export class RefundReversalGuard implements EntryListener, OnModuleInit {
  readonly locks = 'refund';

  constructor(
    private readonly listeners: EntryListeners,
    private readonly refunds: RefundRepository,
  ) {}

  onModuleInit(): void {
    this.listeners.register(this);
  }

  async prepareReversal(
    tx: Transaction,
    entries: readonly EntryRow[],
  ): Promise<Partial<ReversalPreparation>> {
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

/** 409 `REFUND_STANDS`; the parameters identify the refund so that the page can link to it. */
function refundStands({ id, costPoolId, creditNote, day, amountFen }: StandingRefund): DomainError {
  const params = { refundId: id, costPoolId, creditNote, day, amountFen: String(amountFen) };
  return new DomainError('REFUND_STANDS', { params });
}
