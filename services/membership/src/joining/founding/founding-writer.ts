import { Injectable } from '@nestjs/common';
import type { FoundingStepKind } from '@gongxiang/contracts/membership/joining/founding.contract';
import { DomainError } from '@gongxiang/domain';
import { OnDue, Push, schedule, unschedule } from '@gongxiang/messaging/events';
import { brokenConstraint, type Transaction } from '@gongxiang/persistence';
import { awaitsMayChange } from '../../unions/awaits/awaits-due.js';
import { PendingChangeRepository } from '../../unions/pending-change/pending-change.repository.js';
import { actions } from '../actions.js';
import { deadlineAfter, deletionTime } from '../application/application.model.js';
import { ApplicationRouter } from '../application/application-router.js';
import type { FoundingRow } from './founding.entity.js';
import { foundingWorkingDays, hasEnded, isWaiting, lapseAfter, stateAfter } from './founding.model.js';
import { FoundingNews } from './founding-news.js';
import { FoundingPresenter } from './founding-presenter.js';
import { FoundingRepository } from './founding.repository.js';

/** Due work that passes a filing on to the union above. */
const escalationKind = 'founding-escalation';
/** Due work that ends a filing with which nobody goes on. */
const lapseKind = 'founding-lapse';
/** Due work that deletes the personal values of a filing that has ended. */
const erasureKind = 'founding-erasure';

/** How many officers are notified that a filing came; everybody finds it in the list. */
const notifiedMax = 100;

/** Each change of a filing with its step, its deadline, its audit record and its hint; and what the clock does. */
@Injectable()
export class FoundingWriter {
  constructor(
    private readonly foundings: FoundingRepository,
    private readonly router: ApplicationRouter,
    private readonly presenter: FoundingPresenter,
    private readonly officers: PendingChangeRepository,
    private readonly push: Push,
    private readonly news: FoundingNews,
  ) {}

  /** @throws DomainError `BUSY` if somebody files for the same enterprise at this moment */
  async insert(tx: Transaction, row: Omit<FoundingRow, 'dueAt' | 'lapsesAt'>): Promise<void> {
    const dueAt = deadlineAfter(tx.now, foundingWorkingDays);
    const filed: FoundingRow = { ...row, dueAt, lapsesAt: null };
    await this.write(() => this.foundings.insert(tx, filed));
    await this.record(tx, { before: null, row: filed, kind: 'file', reason: null });
  }

  /**
   * Does what the state allows. @param change what changes besides state and deadline
   * @throws DomainError `FOUNDING_ACT`; `BUSY` of an appeal if there is another filing for the enterprise now
   */
  async act(
    tx: Transaction,
    before: FoundingRow,
    kind: Exclude<FoundingStepKind, 'file'>,
    { reason, ...change }: Partial<FoundingRow> & { readonly reason?: string } = {},
  ): Promise<void> {
    const state = stateAfter(before, kind);
    const ended = hasEnded(state);
    const row: FoundingRow = {
      ...before,
      ...change,
      version: before.version + 1,
      state,
      dueAt: isWaiting(state) ? deadlineAfter(tx.now, foundingWorkingDays) : null,
      lapsesAt: lapseAfter(state, tx.now),
      decidedAt: ended ? tx.now : null,
      decidedBy: ended ? (tx.call.actor?.personId ?? null) : null,
    };
    await this.write(() => this.foundings.update(tx, row));
    await this.record(tx, { before, row, kind, reason: reason ?? null });
  }

  /** A union was silent: the next one above decides. With the root a filing stays, past its deadline. */
  @OnDue(escalationKind)
  async escalate(tx: Transaction, foundingId: string): Promise<void> {
    const before = await this.foundings.lockById(tx, foundingId);
    // It may have been decided at the same moment.
    if (before === null || before.dueAt === null || before.dueAt > tx.now) return;
    const record = await this.foundings.findById(tx, foundingId);
    const [above] = record === null ? [] : await this.router.following(tx, record.union.path);
    if (above !== undefined) await this.act(tx, before, 'escalate', { unionId: above.id });
  }

  /** The contact was silent: somebody else may file for the enterprise. */
  @OnDue(lapseKind)
  async lapse(tx: Transaction, foundingId: string): Promise<void> {
    const before = await this.foundings.lockById(tx, foundingId);
    // They may have gone on at the same moment.
    if (before === null || before.lapsesAt === null || before.lapsesAt > tx.now) return;
    await this.act(tx, before, 'lapse');
  }

  @OnDue(erasureKind)
  async erase(tx: Transaction, foundingId: string): Promise<void> {
    const before = await this.foundings.lockById(tx, foundingId);
    const ended = before?.decidedAt ?? null;
    if (before === null || ended === null || deletionTime(ended) > tx.now) return;
    const row = await this.foundings.erase(tx, before);
    const after = { ...auditedStateOf(row), personalValuesDeleted: true };
    tx.audit({ noun: 'unionFounding', id: row.id, before: auditedStateOf(before), after });
  }

  private async record(
    tx: Transaction,
    step: {
      readonly before: FoundingRow | null;
      readonly row: FoundingRow;
      readonly kind: FoundingStepKind;
      readonly reason: string | null;
    },
  ): Promise<void> {
    const { before, row, kind } = step;
    const { id, unionId, version } = row;
    const reason = step.reason === null ? null : this.presenter.seal(id, step.reason);
    await this.foundings.addStep(tx, { foundingId: id, kind, unionId, at: tx.now, reason });
    await this.scheduleAll(tx, row);
    await awaitsMayChange(tx, 'founding', id);
    tx.audit({
      noun: 'unionFounding',
      id,
      before: before && auditedStateOf(before),
      after: { ...auditedStateOf(row), step: kind },
    });
    const record = await this.foundings.findById(tx, id);
    if (record === null) return;
    const { roles } = actions.seeFounding;
    const officers = await this.officers.holdersOver(tx, record.union.path, roles, notifiedMax);
    this.push.hint(tx, officers, { resource: 'unionFounding', id, version });
    await this.news.tell(tx, record, kind);
  }

  private async scheduleAll(tx: Transaction, { id, dueAt, lapsesAt, decidedAt }: FoundingRow): Promise<void> {
    const times = [
      [escalationKind, dueAt],
      [lapseKind, lapsesAt],
      [erasureKind, decidedAt && deletionTime(decidedAt)],
    ] as const;
    for (const [kind, at] of times)
      if (at === null) await unschedule(tx, kind, id);
      else await schedule(tx, { kind, key: id, at });
  }

  /** One filing of an enterprise is open at a time: the next attempt finds the one that came first. */
  private async write(save: () => Promise<void>): Promise<void> {
    try {
      await save();
    } catch (error) {
      if (brokenConstraint(error) !== 'union_founding_open_once') throw error;
      throw new DomainError('BUSY', { retryAfterSeconds: 1 });
    }
  }
}

/** For the audit trail: no personal value, and no text. */
function auditedStateOf(row: FoundingRow): Record<string, unknown> {
  const { version, state, uscc, form, unionId, approvalNumber, foundedUnionId, membershipId } = row;
  return { version, state, uscc, form, unionId, approvalNumber, foundedUnionId, membershipId };
}
