import { Injectable } from '@nestjs/common';
import {
  type ListPublicVacancies,
  type ListVacancies,
  vacancyContract,
  type VacancyId,
  type VacancySummary,
  type VacancyView,
} from '@gongxiang/contracts/affairs/listings/vacancy.contract';
import type { Page } from '@gongxiang/contracts/core/contract';
import { type CallContext, DomainError, reachOf } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { keysOf } from '../../bulletins/audience/audience.model.js';
import type { UnionRef } from '../../reference/reference.entity.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { actions } from '../actions.js';
import type { VacancyInterestRow } from '../vacancy-interest/vacancy-interest.entity.js';
import { VacancyInterestRepository } from '../vacancy-interest/vacancy-interest.repository.js';
import { ListingReviewRepository } from '../listing-review/listing-review.repository.js';
import { type VacancyRecord, VacancyRepository } from './vacancy.repository.js';
import {
  isVacancyFor,
  isVacancyShown,
  mayManageVacancy,
  vacancySummary,
  vacancyView,
} from './vacancy.view.js';

/** A vacancy with the interest of the caller. */
export interface SeenVacancy {
  readonly vacancy: VacancyRecord;
  readonly publisher: UnionRef;
  readonly interest: VacancyInterestRow | null;
}

/** Reads vacancies: those for anybody, those for the caller, and those of their unions. */
@Injectable()
export class VacancyReader {
  constructor(
    private readonly transactions: Transactions,
    private readonly vacancies: VacancyRepository,
    private readonly interests: VacancyInterestRepository,
    private readonly references: ReferenceRepository,
    private readonly reviews: ListingReviewRepository,
  ) {}

  @Handles(vacancyContract.get)
  get({ vacancyId }: VacancyId, call: CallContext): Promise<VacancyView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeVacancies, {});
      return this.view(tx, vacancyId);
    });
  }

  @Handles(vacancyContract.getPublic)
  getPublic({ vacancyId }: VacancyId, call: CallContext): Promise<VacancyView> {
    return this.transactions.read(call, (tx) => this.view(tx, vacancyId));
  }

  @Handles(vacancyContract.list)
  list(request: ListVacancies, call: CallContext): Promise<Page<VacancySummary>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeVacancies, {});
      const { state } = request;
      if (state === undefined) return this.shown(tx, request);
      const paths = reachOf(call.actor, actions.manageVacancies);
      const records = await this.vacancies.ofUnions(tx, { ...request, paths, state });
      const page = toPage(records, { limit: request.limit, cursorOf: ({ id }) => [id] });
      return { ...page, items: page.items.map(vacancySummary) };
    });
  }

  @Handles(vacancyContract.listPublic)
  listPublic(request: ListPublicVacancies, call: CallContext): Promise<Page<VacancySummary>> {
    return this.transactions.read(call, (tx) => this.shown(tx, request));
  }

  async view(tx: Transaction, vacancyId: string): Promise<VacancyView> {
    const { vacancy, publisher, interest } = await this.seen(tx, vacancyId);
    const above = await this.references.unionAbove(tx, vacancy.unionPath);
    const hasReported = tx.call.actor !== null && (await this.reviews.hasReported(tx, 'vacancy', vacancyId));
    const parts = { publisher, abovePath: above?.path ?? vacancy.unionPath, interest, hasReported };
    return vacancyView(vacancy, parts, { actor: tx.call.actor, now: tx.now });
  }

  /**
   * Whom it is for sees it while it is shown, whoever is interested to its end and after, officers always.
   * @throws DomainError `NOT_FOUND`
   */
  async seen(tx: Transaction, vacancyId: string): Promise<SeenVacancy> {
    const { actor } = tx.call;
    const vacancy = await this.vacancies.find(tx, vacancyId);
    const publisher = vacancy && (await this.references.findUnion(tx, vacancy.publisherId));
    if (vacancy === null || publisher === null) throw new DomainError('NOT_FOUND');
    const interest = actor === null ? null : await this.interests.own(tx, vacancyId);
    const isShown = isVacancyShown(vacancy, tx.now) && isVacancyFor(vacancy, publisher, actor);
    if (!isShown && interest === null && !mayManageVacancy(vacancy, actor))
      throw new DomainError('NOT_FOUND');
    return { vacancy, publisher, interest };
  }

  private async shown(tx: Transaction, request: ListPublicVacancies): Promise<Page<VacancySummary>> {
    const { actor } = tx.call;
    const upwards = await this.references.unionsUpwards(tx, actor?.unionPath ?? null);
    const records = await this.vacancies.shownTo(tx, keysOf(actor?.unionId ?? null, upwards), request);
    const page = toPage(records, {
      limit: request.limit,
      cursorOf: ({ publishedAt, id }) => [publishedAt?.toISOString() ?? null, id],
    });
    return { ...page, items: page.items.map(vacancySummary) };
  }
}
