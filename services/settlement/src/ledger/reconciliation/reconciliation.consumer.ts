import { Injectable } from '@nestjs/common';
import { Measures, OnDue } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import type { DataSource } from 'typeorm';
import { nightlyKind, reconcileKind, ReconciliationService } from './reconciliation.service.js';

@Injectable()
export class ReconciliationConsumer {
  constructor(private readonly reconciliations: ReconciliationService) {}

  @OnDue(nightlyKind)
  async nightly(tx: Transaction): Promise<void> {
    await this.reconciliations.nightly(tx);
  }

  @OnDue(reconcileKind)
  async step(tx: Transaction, id: string): Promise<void> {
    await this.reconciliations.step(tx, id);
  }

  @Measures({
    name: 'gongxiang_ledger_differences',
    help: 'What the last reconciliation found that does not agree with the postings: always 0',
    everySeconds: 30,
  })
  differences(dataSource: DataSource): Promise<number> {
    return this.reconciliations.lastDifferences(dataSource);
  }
}
