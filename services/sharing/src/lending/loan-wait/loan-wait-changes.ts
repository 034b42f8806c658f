import { Injectable } from '@nestjs/common';
import { Push, schedule, unschedule } from '@gongxiang/messaging/events';
import type { WaitHindrance } from '@gongxiang/contracts/sharing/lending/loan-wait.contract';
import type { Transaction } from '@gongxiang/persistence';
import type { LoanWaitRow } from './loan-wait.entity.js';
import { LoanWaitAwaits } from './loan-wait-awaits.js';
import { LoanWaitRepository } from './loan-wait.repository.js';

/** Due work: a wait, or its offer, expires. Its key is the id of the wait. */
export const waitEndDue = 'loan-wait-end';

/** Saves changes of a wait and publishes them. */
@Injectable()
export class LoanWaitChanges {
  constructor(
    private readonly waits: LoanWaitRepository,
    private readonly push: Push,
    private readonly awaits: LoanWaitAwaits,
  ) {}

  async add(tx: Transaction, row: LoanWaitRow): Promise<void> {
    await this.waits.insert(tx, row);
    await schedule(tx, { kind: waitEndDue, key: row.id, at: row.latestDecisionAt });
    this.record(tx, row, null);
  }

  async save(tx: Transaction, before: LoanWaitRow, changes: Partial<LoanWaitRow>): Promise<LoanWaitRow> {
    const row = { ...before, ...changes, version: before.version + 1 };
    await this.waits.update(tx, row);
    if (row.state === 'offered')
      await schedule(tx, { kind: waitEndDue, key: row.id, at: row.offerExpiresAt ?? row.latestDecisionAt });
    else if (row.state !== 'waiting') await unschedule(tx, waitEndDue, row.id);
    if ([row.state, before.state].includes('offered')) await this.awaits.sync(tx, row);
    this.record(tx, row, before);
    return row;
  }

  /** Records why no time could be offered; the waiting people are notified if the reason has changed. */
  async looked(tx: Transaction, before: LoanWaitRow, hindrance: WaitHindrance): Promise<void> {
    const row = { ...before, hindrance, lookedAt: tx.now };
    await this.waits.update(tx, row);
    if (hindrance !== before.hindrance) this.hint(tx, row);
  }

  private record(tx: Transaction, row: LoanWaitRow, before: LoanWaitRow | null): void {
    tx.audit({
      noun: 'loanWait',
      id: row.id,
      before: before && { ...audited(before) },
      after: { ...audited(row) },
    });
    this.hint(tx, row);
  }

  private hint(tx: Transaction, { id, version, requestedBy }: LoanWaitRow): void {
    this.push.hint(tx, [requestedBy], { resource: 'loanWait', id, version });
  }
}

function audited(row: LoanWaitRow): Record<string, unknown> {
  const { resourceId, borrowerUnionId, state, offeredFrom, offeredTo, offerExpiresAt, loanId } = row;
  return { resourceId, borrowerUnionId, state, offeredFrom, offeredTo, offerExpiresAt, loanId };
}
