import { Injectable } from '@nestjs/common';
import { OnDue, raiseNotices, schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { bulletinCorrectedDue } from '../bulletin/bulletin.due.js';
import { BulletinRepository } from '../bulletin/bulletin.repository.js';
import { reportersDue, ReviewFlow, reviewTermDue } from './review-flow.js';
import { appealUntil, isCorrectable } from './review.model.js';
import { ReviewRepository } from './review.repository.js';

/** What one event notifies. */
const notifiedPerStep = 500;

/** What becomes of a review by itself. The bulletin is locked before its review, as by whoever decides. */
@Injectable()
export class ReviewDueWork {
  constructor(
    private readonly reviews: ReviewRepository,
    private readonly bulletins: BulletinRepository,
    private readonly flow: ReviewFlow,
  ) {}

  /** A bulletin was corrected: whoever asked for that, or has hidden it, looks at it. */
  @OnDue(bulletinCorrectedDue)
  async corrected(tx: Transaction, bulletinId: string): Promise<void> {
    const bulletin = await this.bulletins.lock(tx, bulletinId);
    const review = await this.reviews.lockNewest(tx, bulletinId);
    if (bulletin === null || review === null || !isCorrectable(review.state)) return;
    const change = { event: 'correct', text: null, actorId: null } as const;
    await this.flow.save(tx, { review, bulletin }, { state: 'corrected' }, change);
  }

  /** Nobody has appealed in time: the hiding stands, which is a strike. */
  @OnDue(reviewTermDue)
  async expire(tx: Transaction, id: string): Promise<void> {
    const found = await this.reviews.find(tx, id);
    const bulletin = found && (await this.bulletins.lock(tx, found.bulletinId));
    const review = await this.reviews.lock(tx, id);
    if (bulletin === null || review === null || review.state !== 'hidden') return;
    const until = appealUntil(review.hiddenAt);
    if (until === null || until > tx.now) return;
    const row = await this.flow.save(
      tx,
      { review, bulletin },
      { state: 'upheld', upheldAt: tx.now },
      { event: 'expire', text: null, actorId: null },
    );
    await this.flow.tellPublisher(tx, { review: row, bulletin }, 'bulletinStruck');
  }

  /** One step; it schedules the next. */
  @OnDue(reportersDue)
  async tellReporters(tx: Transaction, id: string, payload: unknown): Promise<void> {
    const { afterId } = payload as { readonly afterId: string | null };
    const review = await this.reviews.find(tx, id);
    if (review === null) return;
    const personIds = await this.reviews.reporters(tx, id, { afterId, limit: notifiedPerStep });
    if (personIds.length === 0) return;
    const [bulletin] = await this.bulletins.byIds(tx, [review.bulletinId]);
    await raiseNotices(tx, 'affairs', [
      {
        kind: 'bulletinReportDecided',
        why: 'reportedBulletin',
        personIds,
        about: {},
        title: bulletin?.title ?? null,
        cause: `bulletinReportDecided/${id}`,
      },
    ]);
    const last = personIds.at(-1);
    if (last !== undefined && personIds.length === notifiedPerStep)
      await schedule(tx, { kind: reportersDue, key: id, at: tx.now, payload: { afterId: last } });
  }
}
