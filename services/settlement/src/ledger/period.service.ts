import { Injectable } from '@nestjs/common';
import type { Page, PageRequest } from '@gongxiang/contracts/core/contract';
import {
  ledgerPeriodContract,
  type PeriodAct,
  type PeriodRequest,
  type PeriodSummaryView,
  type PeriodView,
  type ReopenPeriodRequest,
} from '@gongxiang/contracts/settlement/ledger/ledger-period.contract';
import { type CallContext, DomainError, newId, rootPath, shanghaiDate, toWire } from '@gongxiang/domain';
import { schedule } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { decodeCursor, rowsFor, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from './actions.js';
import { personName } from '../reference/named-party.js';
import { ReferenceRepository } from '../reference/reference.repository.js';
import type { LedgerPeriodRow } from './ledger.entity.js';
import {
  type ClosedMonths,
  firstDay,
  lastDay,
  monthOf,
  monthsBetween,
  requireClosable,
  requireReopenable,
} from './period.model.js';
import { PeriodRepository } from './period.repository.js';

export const closePeriodKind = 'close-period';

/** Months of the ledger: closed in order, frozen from then on, and reopened only with a reason. */
@Injectable()
export class PeriodService {
  constructor(
    private readonly transactions: Transactions,
    private readonly periods: PeriodRepository,
    private readonly references: ReferenceRepository,
  ) {}

  /** Lists months from the current one back to that of the first entry. */
  @Handles(ledgerPeriodContract.list)
  list(request: PageRequest, call: CallContext): Promise<Page<PeriodSummaryView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeLedger, { paths: [rootPath], visible: true });
      const { first, today } = await this.calendar(tx);
      const before = decodeCursor(request.cursor, 1)?.[0];
      const all = first === null ? [] : monthsBetween(first, monthOf(today));
      const months = all.filter((month) => typeof before !== 'string' || month < before);
      const shown = months.slice(0, rowsFor(request.limit));
      const rows = await this.periods.byMonth(tx, shown);
      const views = shown.map((month) => summaryOf(month, rows.get(month)));
      return toPage(views, { limit: request.limit, cursorOf: ({ month }) => [month] });
    });
  }

  @Handles(ledgerPeriodContract.get)
  get({ month }: PeriodRequest, call: CallContext): Promise<PeriodView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeLedger, { paths: [rootPath], visible: true });
      return this.view(tx, month);
    });
  }

  /**
   * Freezes a month at once; its snapshots are written afterwards, a thousand accounts at a time.
   * @throws DomainError see {@link requireClosable}
   */
  @Handles(ledgerPeriodContract.close)
  close(request: PeriodRequest, call: CallContext): Promise<Outcome<PeriodView>> {
    return this.transactions.command(call, ledgerPeriodContract.close, request, async (tx) => {
      const { month } = request;
      this.authorise(tx);
      await this.periods.lockCalendar(tx);
      requireClosable(month, await this.calendar(tx));
      await this.periods.lockMonth(tx, month);
      await this.periods.begin(tx, month);
      await this.recordAct(tx, month, 'closed', null);
      await schedule(tx, { kind: closePeriodKind, key: month, at: tx.now });
      return this.view(tx, month);
    });
  }

  /** @throws DomainError see {@link requireReopenable} */
  @Handles(ledgerPeriodContract.reopen)
  reopen(request: ReopenPeriodRequest, call: CallContext): Promise<Outcome<PeriodView>> {
    return this.transactions.command(call, ledgerPeriodContract.reopen, request, async (tx) => {
      const { month, reason } = request;
      this.authorise(tx);
      await this.periods.lockCalendar(tx);
      requireReopenable(month, await this.calendar(tx));
      await this.periods.lockMonth(tx, month);
      await this.periods.reopen(tx, month);
      await this.recordAct(tx, month, 'reopened', reason);
      return this.view(tx, month);
    });
  }

  /** Writes one batch of snapshots; the last batch closes the month. A month reopened in the meantime is skipped. */
  async writeBalances(tx: Transaction, month: string, after: string | null): Promise<void> {
    await this.periods.lockCalendar(tx);
    const row = (await this.periods.byMonth(tx, [month])).get(month);
    if (row?.state !== 'closing') return;
    const last = await this.periods.snapshot(tx, month, after);
    if (last === null) await this.periods.finish(tx, month);
    else await schedule(tx, { kind: closePeriodKind, key: month, at: tx.now, payload: { after: last } });
  }

  private authorise(tx: Transaction): void {
    const visible = tx.call.actor?.roles.some(
      ({ role, path }) => path === rootPath && (actions.seeLedger.roles as readonly string[]).includes(role),
    );
    tx.authorise(actions.closePeriod, { paths: [rootPath], visible: visible ?? false });
  }

  private async calendar(tx: Transaction): Promise<ClosedMonths> {
    const first = await this.periods.firstMonth(tx);
    return { first, lastClosed: await this.periods.lastClosed(tx), today: shanghaiDate(tx.now) };
  }

  private async recordAct(
    tx: Transaction,
    month: string,
    act: PeriodAct,
    reason: string | null,
  ): Promise<void> {
    const id = newId<'periodAct'>();
    const row = { id, month: firstDay(month), act, personId: tx.personId, at: tx.now, reason };
    await this.periods.insertAct(tx, row);
    tx.audit({ noun: 'ledgerPeriod', id: month, after: { act, reason } });
  }

  private async view(tx: Transaction, month: string): Promise<PeriodView> {
    const { first, today } = await this.calendar(tx);
    if (first === null || month < first || month > monthOf(today)) throw new DomainError('NOT_FOUND');
    const row = (await this.periods.byMonth(tx, [month])).get(month);
    const acts = await this.periods.actsOf(tx, month);
    const names = await this.references.namesOf(
      tx,
      acts.map(({ personId }) => personId),
    );
    const history = acts.map(({ act, at, personId, reason }) => ({
      act,
      at: at.toISOString(),
      byId: personId,
      by: personName(personId, names),
      reason,
    }));
    return { ...summaryOf(month, row), history };
  }
}

function summaryOf(month: string, row: LedgerPeriodRow | undefined): PeriodSummaryView {
  const { state = 'open', accountsDone = 0, accountsTotal = 0, entryCount = null } = row ?? {};
  const turnover = row?.turnoverFen ?? null;
  return {
    month,
    lastDay: lastDay(month),
    state,
    accountsDone,
    accountsTotal,
    entryCount,
    turnover: turnover === null ? null : toWire(turnover),
  };
}
