import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  brandContract,
  type BrandEditionView,
  type BrandIdRequest,
  type BrandLineView,
  type BrandStatisticsView,
  type BrandView,
  type GetBrandRequest,
  type ListBrandEditionsRequest,
  type ListBrandsRequest,
} from '@gongxiang/contracts/sharing/organising/brand.contract';
import { type CallContext, DomainError, reachOf } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { actions as activitiesActions } from '../../activities/actions.js';
import { BrandChanges } from './brand-changes.js';
import type { BrandRow } from './brand.entity.js';
import { BrandRepository } from './brand.repository.js';
import { brandLineOf, editionViewOf, statisticsOf } from './brand.view.js';
import { EditionRepository } from './edition.repository.js';

/** Reads brands: published ones are visible to everybody, the rest to their managers. */
@Injectable()
export class BrandReader {
  constructor(
    private readonly transactions: Transactions,
    private readonly brands: BrandRepository,
    private readonly editionRows: EditionRepository,
    private readonly changes: BrandChanges,
  ) {}

  /** @throws DomainError `NOT_FOUND` also if its template has no such version */
  @Handles(brandContract.get)
  get(request: GetBrandRequest, call: CallContext): Promise<BrandView> {
    return this.transactions.read(call, async (tx) =>
      this.changes.view(tx, await this.visible(tx, request), request.templateVersion),
    );
  }

  @Handles(brandContract.list)
  list(request: ListBrandsRequest, call: CallContext): Promise<Page<BrandLineView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeBrand, {});
      const founders = request.mine ? reachOf(tx.call.actor, actions.manageBrand) : null;
      const rows = await this.brands.list(tx, request, founders);
      return toPage(rows.map(brandLineOf), {
        limit: request.limit,
        cursorOf: ({ id, editions }) => (request.sort === 'editions' ? [String(editions), id] : [id]),
      });
    });
  }

  /** Includes drafts that the caller prepares. */
  @Handles(brandContract.editions)
  editions(request: ListBrandEditionsRequest, call: CallContext): Promise<Page<BrandEditionView>> {
    return this.transactions.read(call, async (tx) => {
      await this.visible(tx, request);
      const onlooker = {
        personId: tx.personId,
        rolePaths: reachOf(tx.call.actor, activitiesActions.seeDraft),
      };
      const rows = await this.editionRows.list(tx, request, onlooker);
      const heads = await this.editionRows.headsOf(
        tx,
        rows.map(({ id }) => id),
      );
      return toPage(
        rows.map((row) => editionViewOf(row, heads.get(row.id))),
        { limit: request.limit, cursorOf: ({ edition }) => [String(edition)] },
      );
    });
  }

  @Handles(brandContract.statistics)
  statistics(request: BrandIdRequest, call: CallContext): Promise<BrandStatisticsView> {
    return this.transactions.read(call, async (tx) => {
      const { id } = await this.visible(tx, request);
      return statisticsOf(id, await this.editionRows.sums(tx, id));
    });
  }

  private async visible(tx: Transaction, { brandId }: BrandIdRequest): Promise<BrandRow> {
    tx.authorise(actions.seeBrand, {});
    const row = await this.brands.findById(tx, brandId);
    if (row === null) throw new DomainError('NOT_FOUND');
    if (row.publishedAt === null) await this.changes.authorise(tx, row);
    return row;
  }
}
