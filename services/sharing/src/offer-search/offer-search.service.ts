import { Injectable } from '@nestjs/common';
import type { ListOffersRequest, OfferView, Page } from '@gongxiang/contracts';
import type { CallContext, Period } from '@gongxiang/domain';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ReferenceRepository } from '../reference/reference.repository.js';
import type { Borrower } from '../resource/right.model.js';
import { OfferRights } from './offer-rights.js';
import { type FoundOffer, OfferSearchRepository } from './offer-search.repository.js';
import { offerViewOf } from './offer.view.js';
import { searchOf } from './search.model.js';

/** One search over everything that can be shared: what is on offer to everybody, and nothing else. */
@Injectable()
export class OfferSearchService {
  constructor(
    private readonly transactions: Transactions,
    private readonly offers: OfferSearchRepository,
    private readonly references: ReferenceRepository,
    private readonly rights: OfferRights,
  ) {}

  list(request: ListOffersRequest, call: CallContext): Promise<Page<OfferView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeOffers, {});
      const search = searchOf(request);
      const borrower = await this.borrower(tx);
      if (request.forMe === true && borrower === null) return { items: [], nextCursor: null };
      const period = search.period ?? { start: tx.now, end: tx.now };
      const wish = request.forMe === true && borrower !== null ? { borrower, period } : null;
      const found = await this.offers.list(tx, request, { search, wish });
      const { items, nextCursor } = toPage(found, {
        limit: request.limit,
        cursorOf: ({ orderKey, id }) => [orderKey, id],
      });
      return { items: await this.explained(tx, items, { borrower, period }, search.period), nextCursor };
    });
  }

  private async explained(
    tx: Transaction,
    found: readonly FoundOffer[],
    { borrower, period }: { borrower: Borrower | null; period: Period },
    asked: Period | null,
  ): Promise<OfferView[]> {
    const rights = borrower === null ? new Map() : await this.rights.of(tx, found, { borrower, period });
    return found.map((one) =>
      offerViewOf(one, { right: rights.get(one.id) ?? null, freeThen: asked === null ? null : true }),
    );
  }

  /** The reader’s own union; for whoever is a member of none, that of his first role. */
  private async borrower(tx: Transaction): Promise<Borrower | null> {
    const { actor } = tx.call;
    const unionId = actor?.unionId ?? actor?.roles[0]?.unionId;
    if (unionId === undefined) return null;
    const { id, path, sizeClass, longitude, latitude } = await this.references.union(tx, unionId);
    return { unionId: id, path, sizeClass, longitude, latitude };
  }
}
