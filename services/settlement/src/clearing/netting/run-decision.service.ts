import { Injectable } from '@nestjs/common';
import {
  type ConfirmNettingRunRequest,
  nettingContract,
  type NettingRunView,
  type WithdrawNettingRunRequest,
} from '@gongxiang/contracts/settlement/clearing/netting.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { nettingRunAwaitsDue } from '../awaits-due.js';
import { actions as ledgerActions } from '../../ledger/actions.js';
import { awaitsMayChange } from '../../reference/awaits-due.js';
import { maySee } from '../../reference/reach.model.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { RunPosting } from './run-posting.service.js';
import type { NettingRunRow } from './run.entity.js';
import { RunViews } from './run-views.js';
import { NettingRunRepository } from './run.repository.js';
import { keysOfLines } from './run.view.js';

/** Confirms and withdraws proposed runs. */
@Injectable()
export class RunDecisionService {
  constructor(
    private readonly transactions: Transactions,
    private readonly runs: NettingRunRepository,
    private readonly references: ReferenceRepository,
    private readonly posting: RunPosting,
    private readonly runViews: RunViews,
  ) {}

  /**
   * E83: a person other than the proposer confirms. The balances then move to clearing, and the transfers become
   * payments.
   */
  @Handles(nettingContract.confirm)
  confirm(request: ConfirmNettingRunRequest, call: CallContext): Promise<Outcome<NettingRunView>> {
    return this.transactions.command(call, nettingContract.confirm, request, async (tx) => {
      const before = await this.lock(tx, request.nettingRunId);
      const { path } = await this.references.union(tx, before.unionId);
      tx.authorise(actions.confirmNettingRun, { paths: [path] });
      requireVersion(tx, before.version);
      if (before.state !== 'proposed') throw new DomainError('ILLEGAL_TRANSITION');
      if (before.createdBy === tx.personId) throw new DomainError('SAME_PERSON');
      if (await this.runs.isDisputed(tx, before.id)) throw new DomainError('RUN_SHARE_DISPUTED');
      if (await this.runs.isReversed(tx, before.id)) throw new DomainError('RUN_SHARE_REVERSED');
      const lines = await this.runs.linesOf(tx, before.id);
      if ((await this.runs.takePostings(tx, before.id)) < lines.length)
        throw new DomainError('ALREADY_NETTED');
      const entryId = await this.posting.post(tx, before, lines);
      const confirmed = { confirmedBy: tx.personId, confirmedAt: tx.now, entryId };
      const row = await this.save(tx, before, { ...before, ...confirmed, state: 'confirmed' });
      const parties = await this.references.parties(tx, keysOfLines(lines));
      const paths = [...parties.values()].map(({ unionPath }) => unionPath);
      return this.runViews.viewAndHint(tx, row, [path, ...paths]);
    });
  }

  /**
   * Withdraws a proposal; open to those who may propose or confirm. Its debts were never taken, so nothing else
   * changes.
   */
  @Handles(nettingContract.withdraw)
  withdraw(request: WithdrawNettingRunRequest, call: CallContext): Promise<Outcome<NettingRunView>> {
    return this.transactions.command(call, nettingContract.withdraw, request, async (tx) => {
      const before = await this.lock(tx, request.nettingRunId);
      const { path } = await this.references.union(tx, before.unionId);
      const visible = maySee(call.actor, ledgerActions.seeLedger, [path]);
      tx.authorise(actions.withdrawNettingRun, { paths: [path], visible });
      requireVersion(tx, before.version);
      if (before.state !== 'proposed') throw new DomainError('ILLEGAL_TRANSITION');
      const withdrawn = { withdrawnBy: tx.personId, withdrawnAt: tx.now, withdrawReason: request.reason };
      const row = await this.save(tx, before, { ...before, ...withdrawn, state: 'withdrawn' });
      return this.runViews.viewAndHint(tx, row, [path]);
    });
  }

  private async lock(tx: Transaction, id: string): Promise<NettingRunRow> {
    const row = await this.runs.lockById(tx, id);
    if (row === null) throw new DomainError('NOT_FOUND');
    return row;
  }

  private async save(tx: Transaction, before: NettingRunRow, changed: NettingRunRow): Promise<NettingRunRow> {
    const row = { ...changed, version: before.version + 1 };
    await this.runs.update(tx, row);
    await awaitsMayChange(tx, nettingRunAwaitsDue, row.id);
    const after = {
      state: row.state,
      ...(row.withdrawReason === null ? {} : { reason: row.withdrawReason }),
    };
    tx.audit({ noun: 'nettingRun', id: row.id, before: { state: before.state }, after });
    return row;
  }
}
