import { Injectable } from '@nestjs/common';
import type { DisputeMessageView, DisputeView } from '@gongxiang/contracts/settlement/bills/dispute.contract';
import { type ActionRule, DomainError, newId } from '@gongxiang/domain';
import { schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ConfirmationAsking } from '../confirmation/confirmation-asking.js';
import type { ConfirmationRow } from '../confirmation/confirmation.entity.js';
import { nextConfirmation } from '../confirmation/confirmation.model.js';
import { ConfirmationRepository } from '../confirmation/confirmation.repository.js';
import { CostItemRow } from '../cost-pool/cost-pool.entity.js';
import { maySee } from '../../reference/reach.model.js';
import { RoleHints } from '../../reference/role-hints.js';
import type { DisputeMessageRow, DisputeRow } from './dispute.entity.js';
import { decidingPath, talkUntil } from './dispute.model.js';
import { DisputeRepository } from './dispute.repository.js';
import { type DisputePlace, DisputeViews } from './dispute.view.js';

/** Due work: the time to talk is over. */
export const referralDue = 'dispute-referral';

/** Who disputes what. Silence has no words and no bill, and nobody who said it. */
export interface Complaint {
  readonly reason: string | null;
  readonly itemId: string | null;
  readonly openedBy: string | null;
}

/** What the use cases of a dispute share: opening it, taking it up under its lock, saving and showing it. */
@Injectable()
export class DisputeDesk {
  constructor(
    private readonly disputes: DisputeRepository,
    private readonly confirmations: ConfirmationRepository,
    private readonly asking: ConfirmationAsking,
    private readonly shown: DisputeViews,
    private readonly hints: RoleHints,
  ) {}

  /**
   * Freezes what is disputed. The caller holds the lock of the confirmation: a run that wants to take it waits, and looks again.
   * @throws DomainError `CONFIRMATION_ANSWERED`, `DISPUTE_AT_LOAN`, `SHARE_NETTED`, `NOT_FOUND` for a bill of another pool
   */
  async open(tx: Transaction, about: ConfirmationRow, by: Complaint): Promise<DisputePlace> {
    const state = nextConfirmation(about.state, 'dispute');
    if (about.kind === 'damage') throw new DomainError('DISPUTE_AT_LOAN');
    await this.requireItem(tx, about, by.itemId);
    const holdsAll = by.itemId !== null;
    if (await this.confirmations.isNetted(tx, about.entryId, holdsAll ? null : about.party))
      throw new DomainError('SHARE_NETTED');
    const sides = await this.disputes.sidesAbout(tx, about.entryId, about.party);
    const row: DisputeRow = {
      id: newId<'dispute'>(),
      version: 1,
      confirmationId: about.id,
      entryId: about.entryId,
      costPoolId: about.costPoolId,
      ...by,
      title: about.title,
      openedAt: tx.now,
      talkUntil: talkUntil(tx.now),
      // Where nobody spoke, there is nothing to talk about.
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
    await this.asking.save(tx, about, { state, holdsAll });
    await this.disputes.insert(
      tx,
      row,
      sides.map(({ unionId }) => unionId),
    );
    await schedule(tx, { kind: referralDue, key: row.id, at: row.talkUntil });
    tx.audit({ noun: 'dispute', id: row.id, after: recordOf(row) });
    const place = await this.placeOf(tx, row);
    await this.hint(tx, place);
    return place;
  }

  /** The dispute, locked until the commit, for somebody who may do this at one of its sides. @throws DomainError `NOT_FOUND` */
  async take(tx: Transaction, id: string, rule: ActionRule): Promise<DisputePlace> {
    const row = await this.disputes.lockById(tx, id);
    if (row === null) throw new DomainError('NOT_FOUND');
    const place = await this.placeOf(tx, row);
    const paths = place.sides.map(({ path }) => path);
    tx.authorise(rule, { paths, visible: maySee(tx.call.actor, actions.seeConfirmation, paths) });
    return place;
  }

  async find(tx: Transaction, id: string): Promise<DisputePlace | null> {
    const row = await this.disputes.findById(tx, id);
    return row === null ? null : this.placeOf(tx, row);
  }

  async save(tx: Transaction, place: DisputePlace, changes: Partial<DisputeRow>): Promise<DisputePlace> {
    const { row: before } = place;
    const row = { ...before, ...changes, version: before.version + 1 };
    await this.disputes.update(tx, row);
    tx.audit({ noun: 'dispute', id: row.id, before: recordOf(before), after: recordOf(row) });
    const saved = { ...place, row };
    await this.hint(tx, saved);
    return saved;
  }

  /** To both sides, and to whoever decides, as roles reach down. */
  async hint(tx: Transaction, { row: { id, version }, sides }: DisputePlace): Promise<void> {
    const audience = { rule: actions.seeConfirmation, paths: sides.map(({ path }) => path) };
    await this.hints.send(tx, { resource: 'dispute', id, version }, audience);
  }

  async view(tx: Transaction, place: DisputePlace): Promise<DisputeView> {
    const [view] = await this.shown.views(tx, [place]);
    if (view === undefined) throw new DomainError('NOT_FOUND');
    return view;
  }

  async viewsOf(tx: Transaction, rows: readonly DisputeRow[]): Promise<DisputeView[]> {
    return this.shown.views(tx, await this.shown.placesOf(tx, rows));
  }

  messagesOf(tx: Transaction, rows: readonly DisputeMessageRow[]): Promise<DisputeMessageView[]> {
    return this.shown.messages(tx, rows);
  }

  async placesOf(tx: Transaction, rows: readonly DisputeRow[]): Promise<DisputePlace[]> {
    return rows.length === 0 ? [] : this.shown.placesOf(tx, rows);
  }

  async placeOf(tx: Transaction, row: DisputeRow): Promise<DisputePlace> {
    const [place] = await this.placesOf(tx, [row]);
    if (place === undefined) throw new DomainError('NOT_FOUND');
    return place;
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
