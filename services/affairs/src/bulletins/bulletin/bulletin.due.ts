import { Injectable } from '@nestjs/common';
import { affairsEvents } from '@gongxiang/contracts/affairs/affairs-events';
import {
  type Await,
  OnDue,
  raiseNotices,
  recordEvent,
  schedule,
  syncAwaits,
  unschedule,
} from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { type Addressees, AudienceRepository } from '../audience/audience.repository.js';
import type { BulletinRow } from './bulletin.entity.js';
import { isShown } from './bulletin.model.js';
import { BulletinFollowersWork } from './bulletin-followers.due.js';
import { BulletinRepository } from './bulletin.repository.js';
import { ReceiptRepository, type UnreadPlace } from './receipt.repository.js';

/** Due work: the next of those who have not confirmed a bulletin are notified. Its key is the id. */
export const bulletinDue = 'bulletin-notifying';

/** Due work: a bulletin is shown no longer, or again. What it discloses follows; its key is the id. */
export const bulletinStandingDue = 'bulletin-standing';

/** Due work: what must be read is shown no longer, and whom it reached is counted. Its key is the id. */
export const bulletinReachDue = 'bulletin-reach';

/** Due work: a bulletin was corrected. Its reviews follow; its key is the id. */
export const bulletinCorrectedDue = 'bulletin-corrected';

/** Members, and unions, at which one step looks; one event notifies those of them who have not confirmed. */
const lookedAtPerStep = 500;
/** Between steps, so that all other work goes on. */
const stepEveryMs = 200;

/** How far a round of notices has come. */
interface Round {
  /** Names the round: its publishing, or the moment of a reminder. */
  readonly cause: string;
  /** Left out in a round of an earlier release: it begins anew, and whoever was notified is not notified twice. */
  readonly after?: UnreadPlace | null;
}

/** Notifies those who must read something step by step. A step is one transaction with its place among them. */
@Injectable()
export class BulletinDueWork {
  constructor(
    private readonly bulletins: BulletinRepository,
    private readonly receipts: ReceiptRepository,
    private readonly references: ReferenceRepository,
    private readonly followers: BulletinFollowersWork,
    private readonly audiences: AudienceRepository,
  ) {}

  /** One step; it schedules the next. What is withdrawn or over meanwhile reaches nobody else. */
  @OnDue(bulletinDue)
  async notify(tx: Transaction, id: string, payload: unknown): Promise<void> {
    const { cause, after } = payload as Round;
    const row = await this.bulletins.lock(tx, id);
    const union = row && (await this.references.findUnion(tx, row.unionId));
    if (row === null || union === null || row.state !== 'published' || !isShown(row, tx.now)) return;
    const addressees = await this.audiences.addresseesOf(tx, row, union);
    const { personIds, next } = await this.receipts.unreadWithin(tx, id, {
      addressees,
      // The union may have moved within the tree meanwhile, with all below it.
      after: after && isInRange(addressees, after.path) ? after : null,
      lookedAtMax: lookedAtPerStep,
    });
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
    if (next !== null)
      await this.plan(tx, id, new Date(tx.now.getTime() + stepEveryMs), { cause, after: next });
  }

  /** Publishes whom it reached, for whoever counts. What is withdrawn meanwhile, or shown for longer, is not counted now. */
  @OnDue(bulletinReachDue)
  async reached(tx: Transaction, bulletinId: string): Promise<void> {
    const row = await this.bulletins.lock(tx, bulletinId);
    const union = row && (await this.references.findUnion(tx, row.unionId));
    if (row === null || union === null || row.state !== 'published') return;
    const { version, unionId, shownUntil } = row;
    if (shownUntil === null || shownUntil > tx.now) return;
    const part = { addressees: await this.audiences.addresseesOf(tx, row, union), path: union.path };
    const { members, confirmed } = await this.receipts.reading(tx, bulletinId, part);
    const counted = {
      bulletinId,
      version,
      unionId,
      shownUntil: shownUntil.toISOString(),
      members,
      confirmed,
    };
    await recordEvent(tx, affairsEvents.bulletinReached, bulletinId, counted);
  }

  /** Plans to count whom it reaches; planning again moves it, as its end may change. */
  async planReach(tx: Transaction, { id, mustRead, state, shownUntil }: BulletinRow): Promise<void> {
    if (!mustRead || state !== 'published') return;
    if (shownUntil === null) await unschedule(tx, bulletinReachDue, id);
    else await schedule(tx, { kind: bulletinReachDue, key: id, at: shownUntil });
  }

  /** Notifies everybody who must read it once it is shown, and whoever follows its union or what it is about. */
  async planFirst(tx: Transaction, row: BulletinRow): Promise<void> {
    const { id, mustRead, shownFrom } = row;
    await this.followers.plan(tx, row);
    if (mustRead) await this.plan(tx, id, shownFrom ?? tx.now, { cause: 'published', after: null });
  }

  remind(tx: Transaction, { id }: BulletinRow): Promise<void> {
    return this.plan(tx, id, tx.now, { cause: tx.now.toISOString(), after: null });
  }

  /** Nobody else is notified, and what it discloses follows. */
  async notShown(tx: Transaction, row: BulletinRow): Promise<void> {
    await unschedule(tx, bulletinDue, row.id);
    await this.followers.stop(tx, row);
    await this.standingChanged(tx, row);
  }

  /** Says that it is shown no longer, or again, once this is committed. */
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

function isInRange({ start, beyond }: Addressees, path: string): boolean {
  return path >= start && path < beyond;
}
