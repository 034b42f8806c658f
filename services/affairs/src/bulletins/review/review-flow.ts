import { Injectable } from '@nestjs/common';
import type { BulletinReviewEvent } from '@gongxiang/contracts/affairs/bulletins/bulletin-review.contract';
import { type Notice, raiseNotices, schedule, syncAwaits, unschedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { BulletinDueWork } from '../bulletin/bulletin.due.js';
import type { BulletinRow } from '../bulletin/bulletin.entity.js';
import { nextBulletinState } from '../bulletin/bulletin.model.js';
import { BulletinRepository } from '../bulletin/bulletin.repository.js';
import type { BulletinReviewRow } from './review.entity.js';
import { appealUntil, awaitsOfReview } from './review.model.js';
import { ReviewRepository } from './review.repository.js';

/** Due work: the time to appeal against a hiding is over. Its key is the id of the review. */
export const reviewTermDue = 'bulletin-review-term';
/** Due work: the next of those who have reported a bulletin are notified. Its key is the id of the review. */
export const reportersDue = 'bulletin-reporters-notifying';

/** A review and its bulletin; both have to be locked, the bulletin first. */
export interface ReviewedBulletin {
  readonly review: BulletinReviewRow;
  readonly bulletin: BulletinRow;
}

interface Change {
  readonly event: BulletinReviewEvent;
  readonly text: string | null;
  /** Null where a reader or the time has done it. */
  readonly actorId: string | null;
}

/** Stores a step of a review, with all that follows from it. */
@Injectable()
export class ReviewFlow {
  constructor(
    private readonly reviews: ReviewRepository,
    private readonly bulletins: BulletinRepository,
    private readonly work: BulletinDueWork,
  ) {}

  async save(
    tx: Transaction,
    { review: before, bulletin }: ReviewedBulletin,
    changes: Partial<BulletinReviewRow>,
    change: Change,
  ): Promise<BulletinReviewRow> {
    const row = { ...before, ...changes, version: before.version + 1 };
    await this.reviews.update(tx, row);
    tx.audit({ noun: 'bulletinReview', id: row.id, before: auditedOf(before), after: auditedOf(row) });
    await this.follow(tx, { review: row, bulletin }, change);
    return row;
  }

  /** Begins one, with the first report. */
  async open(tx: Transaction, { review, bulletin }: ReviewedBulletin): Promise<void> {
    await this.reviews.insert(tx, review);
    // Not in the trail, whose lines name who has acted: nobody learns who has reported.
    await this.follow(tx, { review, bulletin }, { event: 'report', text: null, actorId: null });
  }

  /** What was published is not shown any more, and discloses nothing meanwhile. @throws DomainError `BULLETIN_STATE` */
  async hide(tx: Transaction, bulletin: BulletinRow): Promise<void> {
    await this.moved(tx, bulletin, 'hide');
    await this.work.notShown(tx, bulletin);
  }

  /** Whoever must read it is notified if they have not been. @throws DomainError `BULLETIN_STATE` */
  async show(tx: Transaction, { review, bulletin }: ReviewedBulletin): Promise<void> {
    await this.moved(tx, bulletin, 'show');
    await this.work.standingChanged(tx, bulletin);
    await this.work.planFirst(tx, bulletin);
    await this.tellPublisher(tx, { review, bulletin }, 'bulletinRestored');
  }

  tellPublisher(
    tx: Transaction,
    { review, bulletin }: ReviewedBulletin,
    kind: 'bulletinRestored' | 'bulletinStruck',
  ): Promise<void> {
    const notice: Notice = {
      kind,
      why: 'publishesBulletin',
      about: { reviewId: review.id },
      title: bulletin.title,
      offices: { roles: ['officer'], unionIds: [review.unionId], isNearest: true },
      cause: `${kind}/${review.id}/${review.version}`,
    };
    return raiseNotices(tx, 'affairs', [notice]);
  }

  /** Once for each review, however often it is decided anew. */
  tellReporters(tx: Transaction, { id }: BulletinReviewRow): Promise<void> {
    return schedule(tx, { kind: reportersDue, key: id, at: tx.now, payload: { afterId: null } });
  }

  private async follow(
    tx: Transaction,
    { review, bulletin }: ReviewedBulletin,
    change: Change,
  ): Promise<void> {
    await this.reviews.addEntry(tx, { reviewId: review.id, ...change, at: tx.now });
    const awaits = awaitsOfReview(review, bulletin.title, bulletin.createdBy);
    await syncAwaits(tx, 'affairs', 'bulletin-review', [{ id: review.id, awaits }]);
    const at = review.state === 'hidden' ? appealUntil(review.hiddenAt) : null;
    if (at === null) await unschedule(tx, reviewTermDue, review.id);
    else await schedule(tx, { kind: reviewTermDue, key: review.id, at });
  }

  private async moved(tx: Transaction, before: BulletinRow, act: 'hide' | 'show'): Promise<void> {
    const row = { ...before, state: nextBulletinState(before.state, act), version: before.version + 1 };
    await this.bulletins.update(tx, row);
    const audited = ({ version, state }: BulletinRow) => ({ version, state });
    tx.audit({ noun: 'bulletin', id: row.id, before: audited(before), after: audited(row) });
  }
}

function auditedOf({ version, state }: BulletinReviewRow): Record<string, unknown> {
  return { version, state };
}
