import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type CreateNettingRunRequest,
  type GetNettingRunRequest,
  type ListNettingLinesRequest,
  type ListNettingRunsRequest,
  nettingContract,
  type NettingLineView,
  type NettingRunSummaryView,
  type NettingRunView,
  payWithinDaysDefault,
} from '@gongxiang/contracts/settlement/clearing/netting.contract';
import { type CallContext, DomainError, newId, reachOf } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { nettingRunAwaitsDue } from '../awaits-due.js';
import { actions as referenceActions } from '../../reference/actions.js';
import { actions as ledgerActions } from '../../ledger/actions.js';
import { awaitsMayChange } from '../../reference/awaits-due.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { netDebts, type NettingResult } from './netting.model.js';
import type { NettingRunRow, StayedOut } from './run.entity.js';
import { RunScopes } from './run-scope.service.js';
import { RunViews } from './run-views.js';
import { NettingRunRepository, type OpenPosting, type RunScope } from './run.repository.js';
import { keysOfLines, lineView, runSummary } from './run.view.js';

@Injectable()
export class NettingRunService {
  constructor(
    private readonly transactions: Transactions,
    private readonly runs: NettingRunRepository,
    private readonly references: ReferenceRepository,
    private readonly scopes: RunScopes,
    private readonly runViews: RunViews,
  ) {}

  /** Proposes transfers for the balances of a period that no confirmed run has taken. Nothing is posted yet. */
  @Handles(nettingContract.create)
  create(request: CreateNettingRunRequest, call: CallContext): Promise<Outcome<NettingRunView>> {
    return this.transactions.command(call, nettingContract.create, request, async (tx) => {
      const { path: unionPath } = await this.references.union(tx, request.unionId, '/unionId');
      tx.authorise(actions.createNettingRun, { paths: [unionPath], visible: true });
      const scope = await this.scopes.scopeOf(tx, request, unionPath);
      const lines = await this.runs.openPostings(tx, scope);
      const stayedOut = await this.runs.stayedOut(tx, scope);
      if (lines.length === 0) throw nothingToNet(stayedOut);
      const hub = await this.scopes.hubOf(tx, request, unionPath);
      const row = runOf(
        tx,
        { request, hub, scope, stayedOut },
        netDebts({ mode: request.mode, hub, debts: debtsOf(lines) }),
      );
      await this.runs.insert(tx, row, lines);
      await awaitsMayChange(tx, nettingRunAwaitsDue, row.id);
      tx.audit({
        noun: 'nettingRun',
        id: row.id,
        after: { mode: row.mode, lines: lines.length, transfers: row.transfers.length, stayedOut },
      });
      return this.runViews.viewAndHint(tx, row, [unionPath]);
    });
  }

  @Handles(nettingContract.get)
  get(request: GetNettingRunRequest, call: CallContext): Promise<NettingRunView> {
    return this.transactions.read(call, async (tx) =>
      this.runViews.view(tx, await this.see(tx, request.nettingRunId)),
    );
  }

  @Handles(nettingContract.listLines)
  listLines(request: ListNettingLinesRequest, call: CallContext): Promise<Page<NettingLineView>> {
    return this.transactions.read(call, async (tx) => {
      await this.see(tx, request.nettingRunId);
      const rows = await this.runs.pageOfLines(tx, request);
      const names = await this.references.parties(tx, keysOfLines(rows));
      return toPage(
        rows.map((row) => lineView(row, names)),
        { limit: request.limit, cursorOf: ({ number }) => [number] },
      );
    });
  }

  @Handles(nettingContract.list)
  list(request: ListNettingRunsRequest, call: CallContext): Promise<Page<NettingRunSummaryView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(referenceActions.list, {});
      const rows = await this.runs.list(tx, request, {
        personId: tx.personId,
        reach: reachOf(call.actor, ledgerActions.seeLedger),
        confirming: reachOf(call.actor, actions.confirmNettingRun),
      });
      const names = await this.runViews.namesOf(tx, rows);
      const views = rows.map((row) => runSummary(row, names));
      return toPage(views, { limit: request.limit, cursorOf: ({ id }) => [id] });
    });
  }

  private async see(tx: Transaction, id: string): Promise<NettingRunRow> {
    const row = await this.runs.findById(tx, id);
    const paths = row === null ? [] : [(await this.references.union(tx, row.unionId)).path];
    tx.authorise(ledgerActions.seeLedger, { paths });
    if (row === null) throw new DomainError('NOT_FOUND');
    return row;
  }
}

function debtsOf(lines: readonly OpenPosting[]): { from: string; to: string; amount: bigint }[] {
  return lines.map(({ from_party: from, to_party: to, amount_fen: amount }) => ({ from, to, amount }));
}

function runOf(
  tx: Transaction,
  input: {
    request: CreateNettingRunRequest;
    hub: string | null;
    scope: RunScope;
    stayedOut: readonly StayedOut[];
  },
  { transfers, optimal }: NettingResult,
): NettingRunRow {
  const { mode, unionId, periodFrom, periodTo } = input.request;
  const { parties, excluded } = input.scope;
  return {
    id: newId(),
    version: 1,
    mode,
    hub: input.hub,
    unionId,
    periodFrom,
    periodTo,
    parties: parties === null ? null : [...parties],
    excluded: excluded.length === 0 ? null : [...excluded],
    stayedOut: [...input.stayedOut],
    payWithinDays: input.request.payWithinDays ?? payWithinDaysDefault,
    state: 'proposed',
    optimal,
    transfers: transfers.map(({ from, to, amount }) => ({ from, to, amountFen: String(amount) })),
    createdBy: tx.personId,
    createdAt: tx.now,
    confirmedBy: null,
    confirmedAt: null,
    entryId: null,
    withdrawnBy: null,
    withdrawnAt: null,
    withdrawReason: null,
  };
}

/** Explains an empty run: unconfirmed postings may be confirmed later, and missing postings may still arrive. */
function nothingToNet(stayedOut: readonly StayedOut[]): DomainError {
  const postings = stayedOut
    .filter(({ reason }) => reason === 'disputed' || reason === 'unconfirmed')
    .reduce((all, { count }) => all + count, 0);
  if (postings === 0) return new DomainError('NOTHING_TO_NET', { retryAfterSeconds: 1 });
  return new DomainError('BALANCES_NOT_CONFIRMED', { params: { postings } });
}
