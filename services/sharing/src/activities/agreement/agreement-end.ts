import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { AgreementChanges } from './agreement-changes.js';
import { AgreementRepository } from './agreement.repository.js';

/** Ends an agreement without a successor, for example when a host leaves. */
@Injectable()
export class AgreementEnd {
  constructor(
    private readonly agreements: AgreementRepository,
    private readonly changes: AgreementChanges,
  ) {}

  /** The caller holds the lock of the activity and clears its agreement. */
  async end(tx: Transaction, activityId: string): Promise<void> {
    const row = await this.agreements.lockInForce(tx, activityId);
    if (row !== null) await this.changes.move(tx, row, { state: 'superseded' });
  }
}
