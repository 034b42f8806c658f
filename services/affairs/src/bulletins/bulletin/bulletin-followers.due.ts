import { Injectable } from '@nestjs/common';
import { OnDue, raiseNotices, schedule, unschedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import type { UnionRef } from '../../reference/reference.entity.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import {
  isForMoreThanAsked,
  isTargeted,
  isToldAsFollower,
  targetRangeOf,
} from '../audience/audience.model.js';
import { AudienceRepository } from '../audience/audience.repository.js';
import { topicKeyOf, topicKeysOf } from '../subscription/subscription.model.js';
import { type Follower, SubscriptionRepository } from '../subscription/subscription.repository.js';
import type { BulletinRow } from './bulletin.entity.js';
import { isShown } from './bulletin.model.js';
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
    private readonly audiences: AudienceRepository,
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
      range: targetRangeOf(row.audience, union.path),
      followedBy: row.shownFrom ?? tx.now,
      afterId,
      lookedAtMax: lookedAtPerStep,
      limit: followersPerStep,
    });
    const told = await this.toldOf(tx, followers, { row, union });
    await raiseNotices(tx, 'affairs', [
      {
        kind: 'bulletinFollowed',
        why: 'followsBulletins',
        personIds: told.map(({ personId }) => personId),
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

  /** Those for whom it is, but its author and whoever is notified because they must read it. */
  private async toldOf(
    tx: Transaction,
    followers: readonly Follower[],
    { row, union }: { readonly row: BulletinRow; readonly union: UnionRef },
  ): Promise<readonly Follower[]> {
    const { audience } = row;
    if (!isTargeted(audience)) {
      const bulletin = { ...row, audience, unionPath: union.path };
      return followers.filter((follower) => isToldAsFollower(bulletin, follower));
    }
    const personIds = followers.map(({ personId }) => personId);
    const addressees = await this.audiences.addresseesOf(tx, row, union);
    const among = await this.audiences.membersAmong(tx, addressees, personIds);
    return followers.filter(({ personId }) => among.has(personId) && personId !== row.createdBy);
  }

  private planStep(tx: Transaction, key: string, at: Date, afterId: string | null): Promise<void> {
    return schedule(tx, { kind: bulletinFollowersDue, key, at, payload: { afterId } });
  }
}
