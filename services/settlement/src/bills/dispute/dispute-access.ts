import { Injectable } from '@nestjs/common';
import type { DisputeMessageView, DisputeView } from '@gongxiang/contracts/settlement/bills/dispute.contract';
import { type ActionRule, DomainError, newId } from '@gongxiang/domain';
import { schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { disputeAwaitsDue } from '../awaits-due.js';
import { ConfirmationRequests } from '../confirmation/confirmation-requests.js';
import type { ConfirmationRow } from '../confirmation/confirmation.entity.js';
import { nextConfirmation, requirePosted } from '../confirmation/confirmation.model.js';
import { ConfirmationRepository } from '../confirmation/confirmation.repository.js';
import { CostItemRow } from '../cost-pool/cost-pool.entity.js';
import { awaitsMayChange } from '../../reference/awaits-due.js';
import { maySee } from '../../reference/reach.model.js';
import { RoleHints } from '../../reference/role-hints.js';
import type { DisputeMessageRow, DisputeRow } from './dispute.entity.js';
import { decidingPath, talkUntil } from './dispute.model.js';
import { DisputeRepository } from './dispute.repository.js';
import { type DisputeContext, DisputeViews } from './dispute.view.js';

/** Due work: the talk period has ended. */
export const referralDue = 'dispute-referral';

/** Who disputes what. All fields are null for a dispute opened by silence. */
interface Complaint {
  readonly reason: string | null;
  readonly itemId: string | null;
  readonly openedBy: string | null;
}

/** Opening, locking, saving and showing disputes; shared by the use cases of a dispute. */
@Injectable()
export class DisputeAccess {
  constructor(
    private readonly disputes: DisputeRepository,
    private readonly confirmations: ConfirmationRepository,
    private readonly requests: ConfirmationRequests,
    private readonly disputeViews: DisputeViews,
    private readonly hints: RoleHints,
  ) {}

  /**
   * Freezes the disputed share. The caller holds the lock of the confirmation: a netting run that wants to take it
   * waits and then reads the new state.
   * @throws DomainError `SHARE_NOT_POSTED`, `CONFIRMATION_ANSWERED`, `DISPUTE_AT_LOAN`, `SHARE_NETTED`, `NOT_FOUND` for a bill of another
   *   pool
   */
  async open(tx: Transaction, about: ConfirmationRow, by: Complaint): Promise<DisputeContext> {
    const entryId = requirePosted(about);
    const state = nextConfirmation(about.state, 'dispute');
    if (about.kind === 'damage') throw new DomainError('DISPUTE_AT_LOAN');
    await this.requireItem(tx, about, by.itemId);
    const holdsAll = by.itemId !== null;
    if (await this.confirmations.isNetted(tx, entryId, holdsAll ? null : about.party))
      throw new DomainError('SHARE_NETTED');
    const sides = await this.disputes.sidesAbout(tx, entryId, about.party);
    const row: DisputeRow = {
      id: newId<'dispute'>(),
      version: 1,
      confirmationId: about.id,
      entryId,
      costPoolId: about.costPoolId,
      ...by,
      title: about.title,
      openedAt: tx.now,
      talkUntil: talkUntil(tx.now),
      // A dispute opened by silence skips the talk period.
      referredAt: by.openedBy === null ? tx.now : null,
      decidingUnionId: await this.disputes.unionAt(tx, decidingPath(sides.map(({ path }) => path))),
      lastUnionId: about.unionId,
      messageCount: 0,
      state: 'open',
      endedBy: null,
      endedAt: null,
      endReason: null,
      reversalId: null,
    };
    await this.requests.save(tx, about, { state, holdsAll });
    await this.disputes.insert(
      tx,
      row,
      sides.map(({ unionId }) => unionId),
    );
    await schedule(tx, { kind: referralDue, key: row.id, at: row.talkUntil });
    await awaitsMayChange(tx, disputeAwaitsDue, row.id);
    tx.audit({ noun: 'dispute', id: row.id, after: recordOf(row) });
    const context = await this.contextOf(tx, row);
    await this.hint(tx, context);
    return context;
  }

  /** Locks the dispute for a caller who is permitted by `rule` at one of its sides. @throws DomainError `NOT_FOUND` */
  async lock(tx: Transaction, id: string, rule: ActionRule): Promise<DisputeContext> {
    const row = await this.disputes.lockById(tx, id);
    if (row === null) throw new DomainError('NOT_FOUND');
    const context = await this.contextOf(tx, row);
    const paths = context.sides.map(({ path }) => path);
    tx.authorise(rule, { paths, visible: maySee(tx.call.actor, actions.seeConfirmation, paths) });
    return context;
  }

  async find(tx: Transaction, id: string): Promise<DisputeContext | null> {
    const row = await this.disputes.findById(tx, id);
    return row === null ? null : this.contextOf(tx, row);
  }

  async save(
    tx: Transaction,
    context: DisputeContext,
    changes: Partial<DisputeRow>,
  ): Promise<DisputeContext> {
    const { row: before } = context;
    const row = { ...before, ...changes, version: before.version + 1 };
    await this.disputes.update(tx, row);
    await awaitsMayChange(tx, disputeAwaitsDue, row.id);
    tx.audit({ noun: 'dispute', id: row.id, before: recordOf(before), after: recordOf(row) });
    const saved = { ...context, row };
    await this.hint(tx, saved);
    return saved;
  }

  /** Hints both sides; deciders are included, because roles reach down the tree. */
  async hint(tx: Transaction, { row: { id, version }, sides }: DisputeContext): Promise<void> {
    const audience = { rule: actions.seeConfirmation, paths: sides.map(({ path }) => path) };
    await this.hints.send(tx, { resource: 'dispute', id, version }, audience);
  }

  async view(tx: Transaction, context: DisputeContext): Promise<DisputeView> {
    const [view] = await this.disputeViews.views(tx, [context]);
    if (view === undefined) throw new DomainError('NOT_FOUND');
    return view;
  }

  async viewsOf(tx: Transaction, rows: readonly DisputeRow[]): Promise<DisputeView[]> {
    return this.disputeViews.views(tx, await this.disputeViews.contextsOf(tx, rows));
  }

  messagesOf(tx: Transaction, rows: readonly DisputeMessageRow[]): Promise<DisputeMessageView[]> {
    return this.disputeViews.messages(tx, rows);
  }

  async contextsOf(tx: Transaction, rows: readonly DisputeRow[]): Promise<DisputeContext[]> {
    return rows.length === 0 ? [] : this.disputeViews.contextsOf(tx, rows);
  }

  async contextOf(tx: Transaction, row: DisputeRow): Promise<DisputeContext> {
    const [context] = await this.contextsOf(tx, [row]);
    if (context === undefined) throw new DomainError('NOT_FOUND');
    return context;
  }

  private async requireItem(tx: Transaction, about: ConfirmationRow, itemId: string | null): Promise<void> {
    if (itemId === null) return;
    const { costPoolId } = about;
    const item = costPoolId === null ? null : await tx.sql.findOneBy(CostItemRow, { costPoolId, id: itemId });
    if (item === null) throw new DomainError('NOT_FOUND', { pointer: '/itemId' });
  }
}

function recordOf({
  state,
  referredAt,
  endReason,
  reversalId,
  messageCount,
}: DisputeRow): Record<string, unknown> {
  return { state, referredAt: referredAt?.toISOString() ?? null, endReason, reversalId, messageCount };
}
