import { Injectable } from '@nestjs/common';
import {
  type AppealBulletinHiding,
  type BulletinReportReceipt,
  type BulletinReviewAct,
  bulletinReviewContract,
  type BulletinReviewView,
  type DecideBulletinAppeal,
  type DecideBulletinReports,
  type JudgeBulletinCorrection,
  type ReportBulletin,
} from '@gongxiang/contracts/affairs/bulletins/bulletin-review.contract';
import { type CallContext, DomainError, newId } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { actions } from '../actions.js';
import type { BulletinRow } from '../bulletin/bulletin.entity.js';
import { BulletinReader } from '../bulletin/bulletin-reader.js';
import { BulletinRepository } from '../bulletin/bulletin.repository.js';
import type { BulletinReviewRow } from './review.entity.js';
import { isOver, isPossible, isWhoActs, mayStillAppeal, stateAfter } from './review.model.js';
import { ReviewFlow, type ReviewedBulletin } from './review-flow.js';
import { ReviewReader } from './review-reader.js';
import { ReviewRepository } from './review.repository.js';
import { ReviewSeal } from './review-seal.js';

/** Readers report bulletins; the union above decides, and the union whose bulletin it is corrects or appeals. */
@Injectable()
export class ReviewService {
  constructor(
    private readonly transactions: Transactions,
    private readonly reviews: ReviewRepository,
    private readonly bulletins: BulletinRepository,
    private readonly references: ReferenceRepository,
    private readonly bulletinReader: BulletinReader,
    private readonly reader: ReviewReader,
    private readonly flow: ReviewFlow,
    private readonly seal: ReviewSeal,
  ) {}

  /** It joins what goes on already; the lock of the bulletin keeps two first reports to one review. */
  @Handles(bulletinReviewContract.report)
  report(request: ReportBulletin, call: CallContext): Promise<Outcome<BulletinReportReceipt>> {
    return this.transactions.command(call, bulletinReviewContract.report, request, async (tx) => {
      tx.authorise(actions.seeBulletins, {});
      const { bulletinId, ground, words } = request;
      await this.bulletinReader.visible(tx, bulletinId);
      const bulletin = await this.bulletins.lock(tx, bulletinId);
      if (bulletin === null || bulletin.state !== 'published') throw new DomainError('BULLETIN_STATE');
      const review = await this.openReview(tx, bulletin);
      const personIds = [tx.personId, ...(call.actor?.formerIds ?? [])];
      if (await this.reviews.hasReported(tx, review.id, personIds))
        throw new DomainError('BULLETIN_REPORTED_BEFORE');
      const id = newId();
      const sealedWords = this.seal.seal('report', id, words);
      const row = { id, reviewId: review.id, personId: tx.personId, ground, sealedWords, reportedAt: tx.now };
      await this.reviews.addReport(tx, row);
      return { bulletinId, reportedAt: tx.now.toISOString() };
    });
  }

  @Handles(bulletinReviewContract.decide)
  decide(request: DecideBulletinReports, call: CallContext): Promise<Outcome<BulletinReviewView>> {
    return this.transactions.command(call, bulletinReviewContract.decide, request, async (tx) => {
      const { reviewId, decision, reason } = request;
      const reviewed = await this.lock(tx, reviewId, decision);
      const hiding = { hiddenAt: tx.now, hiddenBy: tx.personId };
      if (decision === 'hide') await this.flow.hide(tx, reviewed.bulletin);
      if (decision !== 'askCorrection') await this.flow.tellReporters(tx, reviewed.review);
      return this.act(tx, reviewed, { act: decision, text: reason, ...(decision === 'hide' ? hiding : {}) });
    });
  }

  @Handles(bulletinReviewContract.judge)
  judge(request: JudgeBulletinCorrection, call: CallContext): Promise<Outcome<BulletinReviewView>> {
    return this.transactions.command(call, bulletinReviewContract.judge, request, async (tx) => {
      const { reviewId, agreed, reason } = request;
      const act = agreed ? 'agree' : 'disagree';
      const reviewed = await this.lock(tx, reviewId, act);
      if (!agreed) return this.act(tx, reviewed, { act, text: reason });
      await this.flow.tellReporters(tx, reviewed.review);
      const isHidden = reviewed.bulletin.state === 'hidden';
      if (isHidden) await this.flow.show(tx, reviewed);
      return this.act(tx, reviewed, { act, text: reason, ...(isHidden ? { restoredAt: tx.now } : {}) });
    });
  }

  @Handles(bulletinReviewContract.appeal)
  appeal({ reviewId, words }: AppealBulletinHiding, call: CallContext): Promise<Outcome<BulletinReviewView>> {
    return this.transactions.command(call, bulletinReviewContract.appeal, { reviewId, words }, async (tx) => {
      const reviewed = await this.lock(tx, reviewId, 'appeal');
      if (!mayStillAppeal(reviewed.review, tx.now)) throw new DomainError('BULLETIN_APPEAL_OVER');
      const appeal = { appealedAt: tx.now, appealedBy: tx.personId };
      return this.act(tx, reviewed, { act: 'appeal', text: words, ...appeal });
    });
  }

  @Handles(bulletinReviewContract.decideAppeal)
  decideAppeal(request: DecideBulletinAppeal, call: CallContext): Promise<Outcome<BulletinReviewView>> {
    return this.transactions.command(call, bulletinReviewContract.decideAppeal, request, async (tx) => {
      const { reviewId, upheld, reason } = request;
      const act = upheld ? 'uphold' : 'overturn';
      const reviewed = await this.lock(tx, reviewId, act);
      if (upheld) await this.flow.tellPublisher(tx, reviewed, 'bulletinStruck');
      else await this.flow.show(tx, reviewed);
      const times = upheld ? { upheldAt: tx.now } : { restoredAt: tx.now };
      return this.act(tx, reviewed, { act, text: reason, ...times });
    });
  }

  /** What goes on about a bulletin, or what begins with this report. The bulletin has to be locked. */
  private async openReview(tx: Transaction, bulletin: BulletinRow): Promise<BulletinReviewRow> {
    const { id: bulletinId, unionId } = bulletin;
    const newest = await this.reviews.lockNewest(tx, bulletinId);
    if (newest !== null && !isOver(newest.state)) return newest;
    const union = await this.references.findUnion(tx, unionId);
    if (union === null) throw new DomainError('NOT_FOUND');
    const above = await this.references.unionAbove(tx, union.path);
    const review: BulletinReviewRow = {
      id: newId(),
      version: 1,
      bulletinId,
      unionId,
      deciderUnionId: above?.id ?? unionId,
      state: 'reported',
      openedAt: tx.now,
      hiddenAt: null,
      hiddenBy: null,
      appealedAt: null,
      appealedBy: null,
      restoredAt: null,
      upheldAt: null,
    };
    await this.flow.open(tx, { review, bulletin });
    return review;
  }

  /**
   * Locks a bulletin and its review, in this order, for an act of the caller.
   * @throws DomainError `NOT_FOUND`, `NOT_PERMITTED`, `VERSION_STALE`, `BULLETIN_REVIEW_STATE`
   */
  private async lock(tx: Transaction, id: string, act: BulletinReviewAct): Promise<ReviewedBulletin> {
    tx.authorise(actions.seeBulletins, {});
    const found = await this.reviews.find(tx, id);
    const bulletin = found && (await this.bulletins.lock(tx, found.bulletinId));
    const review = await this.reviews.lock(tx, id);
    if (bulletin === null || review === null) throw new DomainError('NOT_FOUND');
    const roles = await this.reader.rolesOf(tx, review, await this.bulletins.find(tx, bulletin.id));
    if (!isWhoActs(act, roles)) throw new DomainError('NOT_PERMITTED');
    requireVersion(tx, review.version);
    if (!isPossible(act, review.state)) throw new DomainError('BULLETIN_REVIEW_STATE');
    return { review, bulletin };
  }

  private async act(
    tx: Transaction,
    reviewed: ReviewedBulletin,
    { act, text, ...changes }: { act: BulletinReviewAct; text: string } & Partial<BulletinReviewRow>,
  ): Promise<BulletinReviewView> {
    const state = stateAfter(act, reviewed.review);
    const change = { event: act, text, actorId: tx.personId };
    const row = await this.flow.save(tx, reviewed, { ...changes, state }, change);
    return this.reader.view(tx, row);
  }
}
