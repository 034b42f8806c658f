import { Injectable } from '@nestjs/common';
import type { NoRequest, Page, PageRequest } from '@gongxiang/contracts/core/contract';
import {
  ledgerProofContract,
  type LedgerSealView,
  reconciliationChecks,
  type ReconciliationIdRequest,
  type ReconciliationSummaryView,
  type ReconciliationView,
} from '@gongxiang/contracts/settlement/ledger/ledger-proof.contract';
import { type CallContext, DomainError, newId, rootPath } from '@gongxiang/domain';
import { schedule } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { ExistingResult, toPage, type Transaction, Transactions, verifyChain } from '@gongxiang/persistence';
import { DataSource } from 'typeorm';
import { actions } from '../actions.js';
import { entryChain } from '../entry-chain.js';
import { personName } from '../../reference/named-party.js';
import { maySee } from '../../reference/reach.model.js';
import { type PersonNames, ReferenceRepository } from '../../reference/reference.repository.js';
import type { ReconciliationRow } from './reconciliation.entity.js';
import { nextNight } from './reconciliation.model.js';
import { ReconciliationRepository } from './reconciliation.repository.js';

export const reconcileKind = 'reconcile-ledger';
export const nightlyKind = 'reconcile-nightly';

/** Verifies the books against the postings: nightly, and on request by an auditor. Each step runs one check. */
@Injectable()
export class ReconciliationService {
  constructor(
    private readonly transactions: Transactions,
    private readonly dataSource: DataSource,
    private readonly reconciliations: ReconciliationRepository,
    private readonly references: ReferenceRepository,
  ) {}

  /** Recomputes the whole hash chain of entries. */
  @Handles(ledgerProofContract.verify)
  verify(_request: NoRequest, call: CallContext): Promise<LedgerSealView> {
    return this.transactions.read(call, async (tx) => {
      this.authorise(tx);
      const verdict = await verifyChain(this.dataSource, entryChain);
      const last = await this.reconciliations.lastSeal(tx);
      return {
        intact: verdict.intact,
        broken: verdict.broken,
        sealedEntries: verdict.sealedRows,
        unsealedEntries: verdict.unsealedRows,
        lastSealAt: last?.at.toISOString() ?? null,
        lastSeal: last?.hash ?? null,
      };
    });
  }

  /** Returns the running reconciliation if there is one. */
  @Handles(ledgerProofContract.reconcile)
  reconcile(request: object, call: CallContext): Promise<Outcome<ReconciliationView>> {
    return this.transactions.command(call, ledgerProofContract.reconcile, request, async (tx) => {
      this.authorise(tx);
      const row = await this.begin(tx, tx.personId);
      if (row !== null) return this.view(tx, row);
      const running = await this.reconciliations.running(tx);
      if (running === null) throw new DomainError('BUSY', { retryAfterSeconds: 1 });
      return new ExistingResult(await this.view(tx, running));
    });
  }

  @Handles(ledgerProofContract.listReconciliations)
  list(request: PageRequest, call: CallContext): Promise<Page<ReconciliationSummaryView>> {
    return this.transactions.read(call, async (tx) => {
      this.authorise(tx);
      const rows = await this.reconciliations.list(tx, request);
      const names = await this.namesOf(tx, rows);
      const views = rows.map((row) => summaryOf(row, names));
      return toPage(views, { limit: request.limit, cursorOf: ({ id }) => [id] });
    });
  }

  @Handles(ledgerProofContract.getReconciliation)
  get({ reconciliationId }: ReconciliationIdRequest, call: CallContext): Promise<ReconciliationView> {
    return this.transactions.read(call, async (tx) => {
      this.authorise(tx);
      const row = await this.reconciliations.find(tx, reconciliationId);
      if (row === null) throw new DomainError('NOT_FOUND');
      return this.view(tx, row);
    });
  }

  /**
   * Starts tonight's reconciliation and schedules tomorrow's. A running one, requested by an auditor, counts as
   * tonight's.
   */
  async nightly(tx: Transaction): Promise<void> {
    await this.begin(tx, null);
    await schedule(tx, { kind: nightlyKind, key: 'ledger', at: nextNight(tx.now) });
  }

  /** Runs one check and schedules the next. */
  async step(tx: Transaction, id: string): Promise<void> {
    const row = await this.reconciliations.find(tx, id);
    const check = row === null ? undefined : reconciliationChecks[row.checksDone];
    if (row === null || row.state === 'done' || check === undefined) return;
    const { compared, differing, differences } = await this.reconciliations.compare(tx, check);
    row.checksDone += 1;
    row.compared += compared;
    row.differenceCount += differing;
    row.differences = [...row.differences, ...differences.map((one) => ({ check, ...one }))];
    const isDone = row.checksDone === reconciliationChecks.length;
    if (isDone) Object.assign(row, { state: 'done', finishedAt: tx.now });
    await this.reconciliations.update(tx, row);
    if (!isDone) await schedule(tx, { kind: reconcileKind, key: id, at: tx.now });
  }

  /** The differences found by the last finished reconciliation. */
  lastDifferences(dataSource: DataSource): Promise<number> {
    return this.reconciliations.lastDifferences(dataSource);
  }

  private async begin(tx: Transaction, requestedBy: string | null): Promise<ReconciliationRow | null> {
    const row: ReconciliationRow = {
      id: newId<'reconciliation'>(),
      state: 'running',
      checksDone: 0,
      compared: 0,
      differenceCount: 0,
      differences: [],
      requestedBy,
      startedAt: tx.now,
      finishedAt: null,
    };
    if (!(await this.reconciliations.insert(tx, row))) return null;
    await schedule(tx, { kind: reconcileKind, key: row.id, at: tx.now });
    tx.audit({ noun: 'reconciliation', id: row.id, after: { requestedBy } });
    return row;
  }

  private authorise(tx: Transaction): void {
    const visible = maySee(tx.call.actor, actions.seeLedger, [rootPath]);
    tx.authorise(actions.proveLedger, { paths: [rootPath], visible });
  }

  private namesOf(tx: Transaction, rows: readonly ReconciliationRow[]): Promise<PersonNames> {
    return this.references.namesOf(
      tx,
      rows.map(({ requestedBy }) => requestedBy),
    );
  }

  private async view(tx: Transaction, row: ReconciliationRow): Promise<ReconciliationView> {
    return { ...summaryOf(row, await this.namesOf(tx, [row])), differences: [...row.differences] };
  }
}

function summaryOf(row: ReconciliationRow, names: PersonNames): ReconciliationSummaryView {
  const { id, state, checksDone, compared, differenceCount, requestedBy } = row;
  return {
    id,
    state,
    checksDone,
    compared,
    differenceCount,
    checksTotal: reconciliationChecks.length,
    startedAt: row.startedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    requestedById: requestedBy,
    requestedBy: personName(requestedBy, names),
    nightly: requestedBy === null,
  };
}
