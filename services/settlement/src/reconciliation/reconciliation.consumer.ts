import { Injectable } from '@nestjs/common';
import { Measures, OnDue } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import type { DataSource } from 'typeorm';
import { ReconciliationRepository } from './reconciliation.repository.js';
import { nightlyKind, reconcileKind, ReconciliationService } from './reconciliation.service.js';

@Injectable()
export class ReconciliationConsumer {
  constructor(
    private readonly service: ReconciliationService,
    private readonly reconciliations: ReconciliationRepository,
  ) {}

  @OnDue(nightlyKind)
  async nightly(tx: Transaction): Promise<void> {
    await this.service.nightly(tx);
  }

  @OnDue(reconcileKind)
  async step(tx: Transaction, id: string): Promise<void> {
    await this.service.step(tx, id);
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
