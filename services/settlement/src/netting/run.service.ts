import { Injectable } from '@nestjs/common';
import {
  type ConfirmNettingRunRequest,
  type CreateNettingRunRequest,
  type GetNettingRunRequest,
  type ListNettingLinesRequest,
  type ListNettingRunsRequest,
  nettingContract,
  type NettingLineView,
  type NettingRunSummaryView,
  type NettingRunView,
  type Page,
} from '@gongxiang/contracts';
import { type CallContext, DomainError, newId, partyKey, reachOf } from '@gongxiang/domain';
import type { Outcome } from '@gongxiang/messaging/rpc';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ReferenceRepository } from '../reference/reference.repository.js';
import { RoleHints } from '../reference/role-hints.js';
import { netDebts, type NettingResult } from './netting.model.js';
import { RunPosting } from './run-posting.service.js';
import type { NettingLineRow, NettingRunRow } from './run.entity.js';
import { NettingRunRepository, type OpenPosting } from './run.repository.js';
import { keysOfRun, lineView, type RunNames, runSummary, runView } from './run.view.js';

@Injectable()
export class NettingRunService {
  constructor(
    private readonly transactions: Transactions,
    private readonly runs: NettingRunRepository,
    private readonly references: ReferenceRepository,
    private readonly posting: RunPosting,
    private readonly hints: RoleHints,
  ) {}

  /** Proposes transfers for the balances of a period that no confirmed run has taken. Nothing is posted yet. */
  create(request: CreateNettingRunRequest, call: CallContext): Promise<Outcome<NettingRunView>> {
    return this.transactions.command(call, nettingContract.create, request, async (tx) => {
      const { path: unionPath } = await this.references.union(tx, request.unionId, '/unionId');
      tx.authorise(actions.createNettingRun, { paths: [unionPath], visible: true });
      const { periodFrom, periodTo } = request;
      if (periodTo < periodFrom) throw new DomainError('DATES_REVERSED', { pointer: '/periodTo' });
      const parties = request.parties?.map(partyKey) ?? null;
      const lines = await this.runs.openPostings(tx, { periodFrom, periodTo, unionPath, parties });
      if (lines.length === 0) throw new DomainError('NOTHING_TO_NET', { retryAfterSeconds: 1 });
      const hub = await this.hubOf(tx, request, unionPath);
      const row = runOf(
        tx,
        { request, hub, parties },
        netDebts({ mode: request.mode, hub, debts: debtsOf(lines) }),
      );
      await this.runs.insert(tx, row, lines);
      tx.audit({
        noun: 'nettingRun',
        id: row.id,
        after: { mode: row.mode, lines: lines.length, transfers: row.transfers.length },
      });
      await this.hint(tx, row, [unionPath]);
      return this.view(tx, row);
    });
  }

  get(request: GetNettingRunRequest, call: CallContext): Promise<NettingRunView> {
    return this.transactions.read(call, async (tx) =>
      this.view(tx, await this.see(tx, request.nettingRunId)),
    );
  }

  listLines(request: ListNettingLinesRequest, call: CallContext): Promise<Page<NettingLineView>> {
    return this.transactions.read(call, async (tx) => {
      await this.see(tx, request.nettingRunId);
      const rows = await this.runs.pageOfLines(tx, request);
      const names = await this.references.parties(tx, keysOf(rows));
      return toPage(
        rows.map((row) => lineView(row, names)),
        { limit: request.limit, cursorOf: ({ number }) => [number] },
      );
    });
  }

  list(request: ListNettingRunsRequest, call: CallContext): Promise<Page<NettingRunSummaryView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.list, {});
      const rows = await this.runs.list(tx, request, {
        personId: tx.personId,
        reach: reachOf(call.actor, actions.seeLedger),
        confirming: reachOf(call.actor, actions.confirmNettingRun),
      });
      const names = await this.namesOf(tx, rows);
      const views = rows.map((row) => runSummary(row, names));
      return toPage(views, { limit: request.limit, cursorOf: ({ id }) => [id] });
    });
  }

  /** E83: another person confirms. From then on the balances are clearing, and the transfers are payments. */
  confirm(request: ConfirmNettingRunRequest, call: CallContext): Promise<Outcome<NettingRunView>> {
    return this.transactions.command(call, nettingContract.confirm, request, async (tx) => {
      const before = await this.runs.lockById(tx, request.nettingRunId);
      if (before === null) throw new DomainError('NOT_FOUND');
      const { path } = await this.references.union(tx, before.unionId);
      tx.authorise(actions.confirmNettingRun, { paths: [path] });
      if (before.state !== 'proposed') throw new DomainError('ILLEGAL_TRANSITION');
      if (before.createdBy === tx.personId) throw new DomainError('SAME_PERSON');
      const lines = await this.runs.linesOf(tx, before.id);
      if ((await this.runs.takePostings(tx, before.id)) < lines.length)
        throw new DomainError('ALREADY_NETTED');
      const entryId = await this.posting.post(tx, before, lines);
      const confirmed = {
        state: 'confirmed' as const,
        confirmedBy: tx.personId,
        confirmedAt: tx.now,
        entryId,
      };
      const row = { ...before, ...confirmed, version: before.version + 1 };
      await this.runs.update(tx, row);
      tx.audit({
        noun: 'nettingRun',
        id: row.id,
        before: { state: before.state },
        after: { state: row.state },
      });
      const parties = await this.references.parties(tx, keysOf(lines));
      await this.hint(tx, row, [path, ...[...parties.values()].map(({ unionPath }) => unionPath)]);
      return this.view(tx, row);
    });
  }

  /** To who proposed it, to those who see it, and at its confirmation to those who now pay and are paid. */
  private async hint(tx: Transaction, row: NettingRunRow, paths: readonly string[]): Promise<void> {
    const { id, version, createdBy } = row;
    const audience = { rule: actions.seeLedger, paths, personIds: [createdBy] };
    await this.hints.send(tx, { resource: 'nettingRun', id, version }, audience);
  }

  private async see(tx: Transaction, id: string): Promise<NettingRunRow> {
    const row = await this.runs.findById(tx, id);
    const paths = row === null ? [] : [(await this.references.union(tx, row.unionId)).path];
    tx.authorise(actions.seeLedger, { paths });
    if (row === null) throw new DomainError('NOT_FOUND');
    return row;
  }

  /** Below the union of the run or above it: nobody makes a stranger pay and collect the debts of others. */
  private async hubOf(
    tx: Transaction,
    { mode, hub }: CreateNettingRunRequest,
    runPath: string,
  ): Promise<string | null> {
    if (mode !== 'hub') return null;
    if (!hub) throw new DomainError('HUB_REQUIRED', { pointer: '/hub' });
    const { unionPath } = await this.references.party(tx, hub, '/hub');
    if (!unionPath.startsWith(runPath) && !runPath.startsWith(unionPath))
      throw new DomainError('HUB_OUT_OF_REACH', { pointer: '/hub' });
    return partyKey(hub);
  }

  private async view(tx: Transaction, row: NettingRunRow): Promise<NettingRunView> {
    const lines = await this.runs.linesOf(tx, row.id);
    const names = await this.namesOf(tx, [row], keysOf(lines));
    return runView({ row, lines, names, locale: tx.call.locale });
  }

  private async namesOf(
    tx: Transaction,
    rows: readonly NettingRunRow[],
    partyKeys: readonly string[] = [],
  ): Promise<RunNames> {
    const keys = [...new Set([...partyKeys, ...rows.flatMap(keysOfRun)])];
    const personIds = rows.flatMap(({ createdBy, confirmedBy }) => [createdBy, confirmedBy]);
    const parties = await this.references.parties(tx, keys);
    return { parties, people: await this.references.namesOf(tx, personIds) };
  }
}

function keysOf(lines: readonly NettingLineRow[]): string[] {
  return [...new Set(lines.flatMap(({ fromParty, toParty }) => [fromParty, toParty]))];
}

function debtsOf(lines: readonly OpenPosting[]): { from: string; to: string; amount: bigint }[] {
  return lines.map(({ from_party: from, to_party: to, amount_fen: amount }) => ({ from, to, amount }));
}

function runOf(
  tx: Transaction,
  input: { request: CreateNettingRunRequest; hub: string | null; parties: string[] | null },
  { transfers, optimal }: NettingResult,
): NettingRunRow {
  const { mode, unionId, periodFrom, periodTo } = input.request;
  return {
    ...{
      id: newId(),
      version: 1,
      mode,
      hub: input.hub,
      unionId,
      periodFrom,
      periodTo,
      parties: input.parties,
    },
    state: 'proposed',
    optimal,
    transfers: transfers.map(({ from, to, amount }) => ({ from, to, amountFen: String(amount) })),
    ...{ createdBy: tx.personId, createdAt: tx.now, confirmedBy: null, confirmedAt: null, entryId: null },
  };
}
