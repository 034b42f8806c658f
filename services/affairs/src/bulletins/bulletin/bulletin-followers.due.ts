import { Injectable } from '@nestjs/common';
import { OnDue, raiseNotices, schedule, unschedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { topicKeyOf, topicKeysOf } from '../subscription/subscription.model.js';
import { SubscriptionRepository } from '../subscription/subscription.repository.js';
import type { BulletinRow } from './bulletin.entity.js';
import { isForMoreThanAsked, isShown, isToldAsFollower, rangeOf } from './bulletin.model.js';
import { BulletinRepository } from './bulletin.repository.js';

/** Due work: the next of those who follow the union or a topic of a bulletin are notified. Its key is the id. */
export const bulletinFollowersDue = 'bulletin-followers-notifying';

/** Whom one step notifies. */
const followersPerStep = 200;
/** What one step looks at, as most who follow a kind are members elsewhere. */
const lookedAtPerStep = 1_000;
/** Between steps, so that all other work goes on. */
const stepEveryMs = 200;

/** Notifies followers of what is new, step by step, each of them once per bulletin however often it is shown again. */
@Injectable()
export class BulletinFollowersWork {
  constructor(
    private readonly bulletins: BulletinRepository,
    private readonly subscriptions: SubscriptionRepository,
    private readonly references: ReferenceRepository,
  ) {}

  /** One step; it schedules the next. What is withdrawn, hidden or over meanwhile reaches nobody else. */
  @OnDue(bulletinFollowersDue)
  async notify(tx: Transaction, id: string, payload: unknown): Promise<void> {
    const { afterId } = payload as { readonly afterId: string | null };
    const row = await this.bulletins.lock(tx, id);
    const union = row && (await this.references.findUnion(tx, row.unionId));
    if (row === null || union === null || row.state !== 'published' || !isShown(row, tx.now)) return;
    const { followers, next } = await this.subscriptions.followers(tx, {
      unionTopic: topicKeyOf({ unionId: row.unionId }),
      topics: topicKeysOf(row),
      range: rangeOf(row.audience, union.path),
      followedBy: row.shownFrom ?? tx.now,
      afterId,
      lookedAtMax: lookedAtPerStep,
      limit: followersPerStep,
    });
    const bulletin = { ...row, unionPath: union.path };
    await raiseNotices(tx, 'affairs', [
      {
        kind: 'bulletinFollowed',
        why: 'followsBulletins',
        personIds: followers
          .filter((follower) => isToldAsFollower(bulletin, follower))
          .map(({ personId }) => personId),
        cause: `bulletinFollowed/${id}`,
        about: { bulletinId: id },
        title: row.title,
        values: { unionName: union.name },
        until: row.shownUntil,
      },
    ]);
    if (next !== null) await this.planStep(tx, id, new Date(tx.now.getTime() + stepEveryMs), next);
  }

  /** Notifies followers once it is shown. */
  async plan(tx: Transaction, row: BulletinRow): Promise<void> {
    if (isForMoreThanAsked(row)) await this.planStep(tx, row.id, row.shownFrom ?? tx.now, null);
  }

  /** Nobody else is notified. */
  stop(tx: Transaction, { id }: BulletinRow): Promise<void> {
    return unschedule(tx, bulletinFollowersDue, id);
  }

  private planStep(tx: Transaction, key: string, at: Date, afterId: string | null): Promise<void> {
    return schedule(tx, { kind: bulletinFollowersDue, key, at, payload: { afterId } });
  }
}
