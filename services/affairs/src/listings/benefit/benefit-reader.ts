import { Injectable } from '@nestjs/common';
import {
  benefitContract,
  type BenefitId,
  type BenefitSummary,
  type BenefitView,
  type ListBenefits,
  type ListPublicBenefits,
} from '@gongxiang/contracts/affairs/listings/benefit.contract';
import type { Page } from '@gongxiang/contracts/core/contract';
import { type CallContext, DomainError, reachOf } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { keysOf } from '../../bulletins/audience/audience.model.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { actions } from '../actions.js';
import { ListingReviewRepository } from '../listing-review/listing-review.repository.js';
import { type BenefitRecord, BenefitRepository } from './benefit.repository.js';
import { benefitSummary, benefitView, maySeeBenefit } from './benefit.view.js';

/** Reads benefits: those for anybody, those for the caller, and those of their unions. */
@Injectable()
export class BenefitReader {
  constructor(
    private readonly transactions: Transactions,
    private readonly benefits: BenefitRepository,
    private readonly references: ReferenceRepository,
    private readonly reviews: ListingReviewRepository,
  ) {}

  @Handles(benefitContract.get)
  get({ benefitId }: BenefitId, call: CallContext): Promise<BenefitView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeBenefits, {});
      return this.view(tx, benefitId);
    });
  }

  @Handles(benefitContract.getPublic)
  getPublic({ benefitId }: BenefitId, call: CallContext): Promise<BenefitView> {
    return this.transactions.read(call, (tx) => this.view(tx, benefitId));
  }

  @Handles(benefitContract.list)
  list(request: ListBenefits, call: CallContext): Promise<Page<BenefitSummary>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeBenefits, {});
      const { state } = request;
      if (state === undefined) return this.shown(tx, request);
      const paths = reachOf(call.actor, actions.manageBenefits);
      const records = await this.benefits.ofUnions(tx, { ...request, paths, state });
      const page = toPage(records, { limit: request.limit, cursorOf: ({ id }) => [id] });
      return { ...page, items: page.items.map(benefitSummary) };
    });
  }

  @Handles(benefitContract.listPublic)
  listPublic(request: ListPublicBenefits, call: CallContext): Promise<Page<BenefitSummary>> {
    return this.transactions.read(call, (tx) => this.shown(tx, request));
  }

  /** @throws DomainError `NOT_FOUND` */
  async view(tx: Transaction, benefitId: string): Promise<BenefitView> {
    const record = await this.visible(tx, benefitId);
    const { actor } = tx.call;
    const hasReported = actor !== null && (await this.reviews.hasReported(tx, 'benefit', benefitId));
    return benefitView(record, { actor, now: tx.now, hasReported });
  }

  /** @throws DomainError `NOT_FOUND` */
  async visible(tx: Transaction, benefitId: string): Promise<BenefitRecord> {
    const record = await this.benefits.find(tx, benefitId);
    if (record === null || !maySeeBenefit(record, tx.call.actor, tx.now)) throw new DomainError('NOT_FOUND');
    return record;
  }

  private async shown(tx: Transaction, request: ListPublicBenefits): Promise<Page<BenefitSummary>> {
    const { actor } = tx.call;
    const upwards = await this.references.unionsUpwards(tx, actor?.unionPath ?? null);
    const records = await this.benefits.shownTo(tx, keysOf(actor?.unionId ?? null, upwards), request);
    const page = toPage(records, {
      limit: request.limit,
      cursorOf: ({ publishedAt, id }) => [publishedAt?.toISOString() ?? null, id],
    });
    return { ...page, items: page.items.map(benefitSummary) };
  }
}
