import { Injectable } from '@nestjs/common';
import {
  type Await,
  OnDue,
  raiseNotices,
  schedule,
  syncAwaits,
  unschedule,
} from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import type { BulletinRow } from './bulletin.entity.js';
import { isShown, rangeOf } from './bulletin.model.js';
import { BulletinRepository } from './bulletin.repository.js';
import { ReceiptRepository } from './receipt.repository.js';

/** Due work: the next of those who have not confirmed a bulletin are notified. Its key is the id. */
export const bulletinDue = 'bulletin-notifying';

/** Due work: a bulletin was withdrawn, or is shown again. What it discloses follows; its key is the id. */
export const bulletinStandingDue = 'bulletin-standing';

/** Due work: a bulletin was corrected. Its reviews follow; its key is the id. */
export const bulletinCorrectedDue = 'bulletin-corrected';

/** What one event notifies. */
const notifiedPerStep = 500;
/** Between steps, so that all other work goes on. */
const stepEveryMs = 200;

/** How far a round of notices has come. */
interface Round {
  /** Names the round: its publishing, or the moment of a reminder. */
  readonly cause: string;
  readonly afterId: string | null;
}

/** Notifies those who must read something step by step. A step is one transaction with its place among them. */
@Injectable()
export class BulletinDueWork {
  constructor(
    private readonly bulletins: BulletinRepository,
    private readonly receipts: ReceiptRepository,
    private readonly references: ReferenceRepository,
  ) {}

  /** One step; it schedules the next. What is withdrawn or over meanwhile reaches nobody else. */
  @OnDue(bulletinDue)
  async notify(tx: Transaction, id: string, payload: unknown): Promise<void> {
    const { cause, afterId } = payload as Round;
    const row = await this.bulletins.lock(tx, id);
    const union = row && (await this.references.findUnion(tx, row.unionId));
    if (row === null || union === null || row.state !== 'published' || !isShown(row, tx.now)) return;
    const range = rangeOf(row.audience, union.path);
    const personIds = await this.receipts.unreadWithin(tx, id, { range, afterId, limit: notifiedPerStep });
    await raiseNotices(tx, 'affairs', [
      {
        kind: 'bulletinToRead',
        why: 'memberHere',
        personIds,
        cause: `bulletinToRead/${id}/${cause}`,
        about: { bulletinId: id },
        title: row.title,
        values: { unionName: union.name },
        until: row.shownUntil,
      },
    ]);
    const last = personIds.at(-1);
    if (last !== undefined && personIds.length === notifiedPerStep)
      await this.plan(tx, id, new Date(tx.now.getTime() + stepEveryMs), { cause, afterId: last });
  }

  /** Notifies everybody who must read it once it is shown. */
  async planFirst(tx: Transaction, { id, mustRead, shownFrom }: BulletinRow): Promise<void> {
    if (mustRead) await this.plan(tx, id, shownFrom ?? tx.now, { cause: 'published', afterId: null });
  }

  remind(tx: Transaction, { id }: BulletinRow): Promise<void> {
    return this.plan(tx, id, tx.now, { cause: tx.now.toISOString(), afterId: null });
  }

  stop(tx: Transaction, { id }: BulletinRow): Promise<void> {
    return unschedule(tx, bulletinDue, id);
  }

  /** Says that it is withdrawn or shown again, once this is committed. */
  standingChanged(tx: Transaction, { id }: BulletinRow): Promise<void> {
    return schedule(tx, { kind: bulletinStandingDue, key: id, at: tx.now });
  }

  /** Says that it was corrected, once this is committed. */
  corrected(tx: Transaction, { id }: BulletinRow): Promise<void> {
    return schedule(tx, { kind: bulletinCorrectedDue, key: id, at: tx.now });
  }

  /** @param deciderUnionId whose officers release it; null where it waits no more */
  waitForRelease(tx: Transaction, row: BulletinRow, deciderUnionId: string | null): Promise<void> {
    const { id, title, createdBy } = row;
    const awaits: Await[] =
      deciderUnionId === null
        ? []
        : [
            {
              kind: 'bulletinWaiting',
              why: 'decidesOnBulletins',
              about: { bulletinId: id },
              title,
              offices: {
                roles: ['officer'],
                unionIds: [deciderUnionId],
                isNearest: true,
                exceptIds: [createdBy],
              },
            },
          ];
    return syncAwaits(tx, 'affairs', 'bulletin', [{ id, awaits }]);
  }

  private plan(tx: Transaction, key: string, at: Date, round: Round): Promise<void> {
    return schedule(tx, { kind: bulletinDue, key, at, payload: { ...round } });
  }
}
