import { Injectable } from '@nestjs/common';
import {
  type BulletinFiguresRequest,
  type BulletinFiguresView,
  bulletinReportsShownMax,
  bulletinReviewContract,
  type BulletinReviewId,
  type BulletinReviewLine,
  type BulletinReviewView,
  type ListBulletinReviews,
} from '@gongxiang/contracts/affairs/bulletins/bulletin-review.contract';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type CallContext,
  DomainError,
  inFives,
  isSelf,
  mayDo,
  officesOf,
  reachOf,
  spanOfYear,
} from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { actions } from '../actions.js';
import { type BulletinRecord, BulletinRepository } from '../bulletin/bulletin.repository.js';
import { TrustRepository } from '../trust/trust.repository.js';
import type { BulletinReviewRow } from './review.entity.js';
import { appealUntil, isCorrectable, reviewActsOf, type ReviewRoles } from './review.model.js';
import { ReviewRepository } from './review.repository.js';
import { ReviewSeal } from './review-seal.js';

/** Reads reviews: who decides also reads what was reported, and nobody reads by whom. */
@Injectable()
export class ReviewReader {
  constructor(
    private readonly transactions: Transactions,
    private readonly reviews: ReviewRepository,
    private readonly bulletins: BulletinRepository,
    private readonly references: ReferenceRepository,
    private readonly trust: TrustRepository,
    private readonly seal: ReviewSeal,
  ) {}

  @Handles(bulletinReviewContract.get)
  get({ reviewId }: BulletinReviewId, call: CallContext): Promise<BulletinReviewView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeBulletins, {});
      const row = await this.reviews.find(tx, reviewId);
      if (row === null) throw new DomainError('NOT_FOUND');
      return this.view(tx, row);
    });
  }

  @Handles(bulletinReviewContract.list)
  list(request: ListBulletinReviews, call: CallContext): Promise<Page<BulletinReviewLine>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeBulletins, {});
      const paths = reachOf(call.actor, actions.manageBulletins);
      const page = toPage(await this.reviews.page(tx, { ...request, paths }), {
        limit: request.limit,
        cursorOf: ({ id }) => [id],
      });
      return { ...page, items: await this.lines(tx, page.items) };
    });
  }

  /** Of the whole network: of one union a single hidden bulletin would be known by anybody who had read it. */
  @Handles(bulletinReviewContract.publicFigures)
  publicFigures({ year }: BulletinFiguresRequest, call: CallContext): Promise<BulletinFiguresView> {
    return this.transactions.read(call, async (tx) => {
      const { reported, hidden, restored } = await this.reviews.sums(tx, spanOfYear(year));
      return { year, reported: inFives(reported), hidden: inFives(hidden), restored: inFives(restored) };
    });
  }

  /** @throws DomainError `NOT_FOUND` to whom it does not concern */
  async view(tx: Transaction, row: BulletinReviewRow): Promise<BulletinReviewView> {
    const record = await this.bulletins.find(tx, row.bulletinId);
    const roles = await this.rolesOf(tx, row, record);
    const [line] = await this.lines(tx, [row]);
    if (line === undefined) throw new DomainError('NOT_FOUND');
    const reports = roles.isDecider ? await this.reviews.reports(tx, row.id, bulletinReportsShownMax) : [];
    const entries = await this.reviews.entries(tx, row.id);
    const { strikes, isHeld } = await this.trust.of(tx, row.unionId);
    return {
      ...line,
      reportsShown: reports.map(({ id, ground, sealedWords, reportedAt }) => ({
        ground,
        words: this.seal.open('report', id, sealedWords),
        at: reportedAt.toISOString(),
      })),
      entries: entries.map(({ event, text, at }) => ({ event, text, at: at.toISOString() })),
      acts: reviewActsOf(row.state, { roles, times: row, now: tx.now }).map((act) => ({ act })),
      correctable: roles.isPublisher && isCorrectable(row.state),
      strikes,
      held: isHeld,
    };
  }

  /** @throws DomainError `NOT_FOUND` unless the caller is an officer of its union or of one above */
  async rolesOf(
    tx: Transaction,
    row: BulletinReviewRow,
    bulletin: BulletinRecord | null,
  ): Promise<ReviewRoles> {
    const { actor } = tx.call;
    if (actor === null || bulletin === null) throw new DomainError('NOT_FOUND');
    tx.authorise(actions.manageBulletins, { paths: [bulletin.unionPath] });
    const decider = await this.references.findUnion(tx, row.deciderUnionId);
    const decides = decider !== null && mayDo(actor, actions.decideOnBulletins, { paths: [decider.path] });
    const is = (personId: string | null): boolean => personId !== null && isSelf(actor, personId);
    return {
      isPublisher: officesOf(actor, actions.manageBulletins).includes(row.unionId),
      isDecider: decides && !is(bulletin.createdBy),
      isHider: is(row.hiddenBy),
      isAppellant: is(row.appealedBy),
    };
  }

  private async lines(tx: Transaction, rows: readonly BulletinReviewRow[]): Promise<BulletinReviewLine[]> {
    const totals = await this.reviews.totals(
      tx,
      rows.map(({ id }) => id),
    );
    const records = await this.bulletins.byIds(tx, [...new Set(rows.map(({ bulletinId }) => bulletinId))]);
    const byId = new Map(records.map((record) => [record.id, record]));
    return rows.flatMap((row) => {
      const record = byId.get(row.bulletinId);
      if (record === undefined) return [];
      const { reports, grounds } = totals.get(row.id) ?? { reports: 0, grounds: [] };
      return [
        {
          id: row.id,
          version: row.version,
          bulletinId: row.bulletinId,
          title: record.title,
          unionName: record.unionName,
          state: row.state,
          reports,
          grounds,
          openedAt: row.openedAt.toISOString(),
          appealUntil: row.state === 'hidden' ? (appealUntil(row.hiddenAt)?.toISOString() ?? null) : null,
        },
      ];
    });
  }
}
