import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type CreateNettingRunRequest,
  type GetNettingRunRequest,
  type ListNettingLinesRequest,
  type ListNettingRunsRequest,
  nettingContract,
  type NettingLineView,
  type NettingProposalView,
  type NettingRunSummaryView,
  type NettingRunView,
  payWithinDaysDefault,
} from '@gongxiang/contracts/settlement/clearing/netting.contract';
import { type CallContext, DomainError, newId, partyKey, reachOf } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { nettingRunAwaitsDue } from '../awaits-due.js';
import { actions as referenceActions } from '../../reference/actions.js';
import { actions as ledgerActions } from '../../ledger/actions.js';
import { awaitsMayChange } from '../../reference/awaits-due.js';
import { bookReach } from '../../reference/bookkeeping.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { netDebts, type NettingResult } from './netting.model.js';
import type { NettingRunRow, StayedOut } from './run.entity.js';
import type { OwnParties } from './own-part.model.js';
import { RunScopes } from './run-scope.service.js';
import { RunViews } from './run-views.js';
import { NettingRunRepository, type OpenPosting, type RunScope } from './run.repository.js';
import { keysOfLines, keysOfStayedOut, lineView, proposalView, runSummary } from './run.view.js';

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
      const { unionPath, hub, scope, lines, stayedOut, result } = await this.planOf(tx, request);
      if (lines.length === 0) throw nothingToNet(stayedOut);
      const row = runOf(tx, { request, hub, scope, stayedOut }, result);
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

  /** What `create` would propose now. An empty run is an answer here, with what was left out. */
  @Handles(nettingContract.preview)
  preview(request: CreateNettingRunRequest, call: CallContext): Promise<NettingProposalView> {
    return this.transactions.read(call, async (tx) => {
      const { lines, stayedOut, result } = await this.planOf(tx, request);
      const keys = [...result.balances.keys(), ...keysOfStayedOut(stayedOut)];
      const hubs = result.transfers.flatMap(({ from, to }) => [from, to]);
      const names = await this.references.parties(tx, [...new Set([...keys, ...hubs])]);
      return proposalView(result, { lineCount: lines.length, stayedOut }, names);
    });
  }

  @Handles(nettingContract.get)
  get(request: GetNettingRunRequest, call: CallContext): Promise<NettingRunView> {
    return this.transactions.read(call, async (tx) => {
      const { row, own } = await this.see(tx, request.nettingRunId);
      return this.runViews.view(tx, row, own);
    });
  }

  @Handles(nettingContract.listLines)
  listLines(request: ListNettingLinesRequest, call: CallContext): Promise<Page<NettingLineView>> {
    return this.transactions.read(call, async (tx) => {
      const { own } = await this.see(tx, request.nettingRunId);
      const rows = await this.runs.pageOfLines(tx, request, own === null ? null : [...own]);
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
        reach: await bookReach(tx, ledgerActions.seeLedger),
        confirming: reachOf(call.actor, actions.confirmNettingRun),
      });
      const names = await this.runViews.namesOf(tx, rows);
      const own = await this.runViews.ownPartiesOf(
        tx,
        rows.map((row) => ({
          path: names.parties.get(partyKey({ kind: 'union', id: row.unionId }))?.unionPath ?? '',
          parties: row.transfers.flatMap(({ from, to }) => [from, to]),
        })),
      );
      const views = rows.map((row, place) => runSummary(row, names, own[place] ?? null));
      return toPage(views, { limit: request.limit, cursorOf: ({ id }) => [id] });
    });
  }

  /** The run, and the parties whose part of it the caller sees; null for all of it. */
  private async see(tx: Transaction, id: string): Promise<{ row: NettingRunRow; own: OwnParties }> {
    const row = await this.runs.findById(tx, id);
    if (row === null) {
      tx.authorise(ledgerActions.seeLedger, { paths: [] });
      throw new DomainError('NOT_FOUND');
    }
    const { path } = await this.references.union(tx, row.unionId);
    const parties = await this.runs.partiesOf(tx, id);
    const [own = null] = await this.runViews.ownPartiesOf(tx, [{ path, parties }]);
    if (own === null || own.size === 0) tx.authorise(ledgerActions.seeLedger, { paths: [path] });
    return { row, own };
  }

  /** The run that the request describes, from the debts that are open now. */
  private async planOf(tx: Transaction, request: CreateNettingRunRequest) {
    const { path: unionPath } = await this.references.union(tx, request.unionId, '/unionId');
    tx.authorise(actions.createNettingRun, { paths: [unionPath], visible: true });
    const scope = await this.scopes.scopeOf(tx, request, unionPath);
    const lines = await this.runs.openPostings(tx, scope);
    const stayedOut = await this.runs.stayedOut(tx, scope);
    const hub = await this.scopes.hubOf(tx, request, unionPath);
    const result = netDebts({ mode: request.mode, hub, debts: debtsOf(lines) });
    return { unionPath, scope, lines, stayedOut, hub, result };
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
