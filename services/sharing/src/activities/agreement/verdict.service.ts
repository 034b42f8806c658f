import { Injectable } from '@nestjs/common';
import type { AgreementJudged } from '@gongxiang/contracts/settlement/settlement-events';
import type { Transaction } from '@gongxiang/persistence';
import { AgreementChanges } from './agreement-changes.js';
import { AgreementRepository } from './agreement.repository.js';

/** Reactions to settlement's verdict and to changed hosts. */
@Injectable()
export class VerdictService {
  constructor(
    private readonly agreements: AgreementRepository,
    private readonly changes: AgreementChanges,
  ) {}

  /**
   * Opens a version for signatures, or refuses it. A verdict on other terms, or on a version that no longer waits, is
   * ignored.
   */
  async judge(tx: Transaction, verdict: AgreementJudged): Promise<void> {
    const row = await this.agreements.lockById(tx, verdict.agreementId);
    if (row === null || row.state !== 'checking' || row.hash !== verdict.hash) return;
    const problems = verdict.problems.map(({ pointer, code }) => ({ pointer, code }));
    await this.changes.move(tx, row, {
      state: verdict.accepted ? 'open' : 'refused',
      problems,
      overdue: false,
    });
  }

  /**
   * The hosts of an activity changed, or it was cancelled: its open version may wait for other signatures now, or for
   * none.
   */
  async reviewPending(tx: Transaction, activityId: string): Promise<void> {
    const row = await this.agreements.lockPending(tx, activityId);
    if (row === null) return;
    if (await this.changes.awaitSigners(tx, row)) await this.changes.hint(tx, row);
  }

  /**
   * No verdict in time: the version keeps waiting, marked, so that the organiser can withdraw it or propose again.
   */
  async markOverdue(tx: Transaction, agreementId: string): Promise<void> {
    const row = await this.agreements.lockById(tx, agreementId);
    if (row?.state !== 'checking') return;
    const overdue = { ...row, overdue: true, version: row.version + 1 };
    await this.agreements.update(tx, overdue);
    await this.changes.hint(tx, overdue);
  }
}
