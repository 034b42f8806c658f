import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import type {
  ListOffersRequest,
  OfferRightView,
  OfferView,
} from '@gongxiang/contracts/sharing/finding/offer.contract';
import type { Period } from '@gongxiang/domain';
import { type CursorValues, pageLimitDefault, toPage, type Transaction } from '@gongxiang/persistence';
import { type Lent, OfferLookup } from '../../lending/resource/offer-lookup.js';
import { alwaysOpen } from '../../lending/resource/opening-hours.model.js';
import type { Borrower } from '../../lending/resource/right.model.js';
import { isFree } from '../../lending/resource/supply.model.js';
import { OfferRights } from './offer-rights.js';
import { type FoundOffer, OfferSearchRepository } from './offer-search.repository.js';
import { offerViewOf } from './offer.view.js';
import type { Search } from './search.model.js';

/** Items checked per step after the first, and steps per page. */
const stepMax = 200;
const stepsMax = 10;
/**
 * If some results may not suit, the first step reads so many for each wanted one: finding more later costs more.
 */
const lookedAtForEach = 1.2;

const cursorOf = ({ orderKey, id }: FoundOffer): CursorValues => [orderKey, id];

interface Suitable {
  readonly found: FoundOffer;
  readonly right: OfferRightView | null;
}

interface OfferSearch {
  readonly search: Search;
  /** The union the reader borrows for; null: none. */
  readonly unionId: string | null;
  /** The facts of that union, looked up once, in parallel with the search. */
  readonly borrower: () => Promise<Borrower | null>;
}

/**
 * Filters results in order by free times and the reader's rights until a page is full. The rules are those of a loan
 * request. If too few results suit, the page ends early, with a cursor.
 */
@Injectable()
export class OfferPages {
  constructor(
    private readonly offers: OfferSearchRepository,
    private readonly resources: OfferLookup,
    private readonly rights: OfferRights,
  ) {}

  async page(tx: Transaction, request: ListOffersRequest, asked: OfferSearch): Promise<Page<OfferView>> {
    const wanted = request.limit ?? pageLimitDefault;
    const forUnion = request.forMe === true ? asked.unionId : null;
    const suitable: Suitable[] = [];
    let cursor = request.cursor;
    for (let step = 1; ; step += 1) {
      const limit = step === 1 ? firstStepOf(wanted, request, asked) : stepMax;
      const [rows, borrower] = await Promise.all([
        this.offers.list(tx, { ...request, cursor, limit }, { search: asked.search, forUnion }),
        asked.borrower(),
      ]);
      const { items, nextCursor } = toPage(rows, { limit, cursorOf });
      suitable.push(...(await this.suitable(tx, items, request, { ...asked.search, borrower })));
      const isOver = suitable.length >= wanted || step === stepsMax || nextCursor === null;
      if (isOver) return pageOf(suitable, { wanted, nextCursor, hasTime: asked.search.period !== null });
      cursor = nextCursor;
    }
  }

  /** Those that are free at the requested time and, on request, available to the reader. */
  private async suitable(
    tx: Transaction,
    found: readonly FoundOffer[],
    { forMe, business: asked }: ListOffersRequest,
    { period, borrower }: Pick<Search, 'period'> & { readonly borrower: Borrower | null },
  ): Promise<Suitable[]> {
    const business = asked ?? null;
    const open = period === null ? found : found.filter((one) => isOpenThen(one, period));
    // Queried together: two round trips would cost more than the rights of taken results.
    const [free, rights] = await Promise.all([
      period === null ? open : this.free(tx, open, period),
      borrower === null
        ? new Map<string, OfferRightView>()
        : this.rights.of(tx, open, { borrower, period, business }),
    ]);
    const explained = free.map((one) => ({ found: one, right: rights.get(one.id) ?? null }));
    return forMe === true ? explained.filter(({ right }) => right !== null) : explained;
  }

  /** A found activity takes place then, and a brand takes no time; a plain resource needs no further query. */
  private async free(
    tx: Transaction,
    found: readonly FoundOffer[],
    period: Period,
  ): Promise<readonly FoundOffer[]> {
    const others = found.filter(({ kind, isPlain }) => kind === 'resource' && isPlain !== true);
    if (others.length === 0) return found;
    const supply = await this.resources.supply(tx, others.flatMap(lentOf), period);
    const taken = others.filter(({ id }) => {
      const own = supply.get(id);
      return own === undefined || !isFree(own, period);
    });
    const takenIds = new Set(taken.map(({ id }) => id));
    return found.filter(({ id }) => !takenIds.has(id));
  }
}

/** A plain resource that was found is free within its opening hours; all else needs a further query. */
function isOpenThen({ isPlain, hours }: FoundOffer, period: Period): boolean {
  return isPlain !== true || isFree({ steps: null, hours: hours ?? alwaysOpen }, period);
}

/** Empty if it is gone since it was indexed. */
function lentOf({ id, lending, partOfId }: FoundOffer): Lent[] {
  return lending === null ? [] : [{ id, lending, partOfId }];
}

function firstStepOf(wanted: number, { forMe }: ListOffersRequest, { search }: OfferSearch): number {
  const allSuit = search.period === null && forMe !== true;
  return allSuit ? wanted : Math.min(Math.ceil(wanted * lookedAtForEach), stepMax);
}

/**
 * If there are more results than a page, the next page starts after its last; otherwise all checked ones are done.
 */
function pageOf(
  suitable: readonly Suitable[],
  { wanted, nextCursor, hasTime }: { wanted: number; nextCursor: string | null; hasTime: boolean },
): Page<OfferView> {
  const cut = toPage(suitable, { limit: wanted, cursorOf: ({ found }) => cursorOf(found) });
  const freeThen = hasTime ? true : null;
  return {
    items: cut.items.map(({ found, right }) => offerViewOf(found, { right, freeThen })),
    nextCursor: cut.nextCursor ?? nextCursor,
  };
}
