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

/** So many are looked through at a time after the first step, and so often for one page. */
const stepMax = 200;
const stepsMax = 10;
/** Where some of what is found may not suit, the first step looks at so many for each that is wanted: to find them again costs more. */
const lookedAtForEach = 1.2;

const cursorOf = ({ orderKey, id }: FoundOffer): CursorValues => [orderKey, id];

interface Suitable {
  readonly found: FoundOffer;
  readonly right: OfferRightView | null;
}

export interface OfferSearch {
  readonly search: Search;
  /** For which the reader borrows; null: for none. */
  readonly unionId: string | null;
  /** What is known of that union, looked up once while something is being found. */
  readonly borrower: () => Promise<Borrower | null>;
}

/**
 * Looks through what is found, in its order, for what is free and for the reader, until a page is full. The rules are those
 * by which a loan is asked for. Where so much does not suit that a page would take too long, it ends early, with a cursor.
 */
@Injectable()
export class OfferPages {
  constructor(
    private readonly offers: OfferSearchRepository,
    private readonly desk: OfferLookup,
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

  /** Those that are free at the time that is asked for, and for the reader where he asks for that. */
  private async suitable(
    tx: Transaction,
    found: readonly FoundOffer[],
    { forMe, business: asked }: ListOffersRequest,
    { period, borrower }: Pick<Search, 'period'> & { readonly borrower: Borrower | null },
  ): Promise<Suitable[]> {
    const business = asked ?? null;
    const open = period === null ? found : found.filter((one) => isOpenThen(one, period));
    // Asked together: to wait twice would cost more than the rights to what turns out to be taken.
    const [free, rights] = await Promise.all([
      period === null ? open : this.free(tx, open, period),
      borrower === null
        ? new Map<string, OfferRightView>()
        : this.rights.of(tx, open, { borrower, period, business }),
    ]);
    const explained = free.map((one) => ({ found: one, right: rights.get(one.id) ?? null }));
    return forMe === true ? explained.filter(({ right }) => right !== null) : explained;
  }

  /** An activity that was found takes place then, and a brand takes no time; of a plain resource nothing is left to be asked. */
  private async free(
    tx: Transaction,
    found: readonly FoundOffer[],
    period: Period,
  ): Promise<readonly FoundOffer[]> {
    const others = found.filter(({ kind, isPlain }) => kind === 'resource' && isPlain !== true);
    if (others.length === 0) return found;
    const supply = await this.desk.supply(tx, others.flatMap(lentOf), period);
    const taken = others.filter(({ id }) => {
      const own = supply.get(id);
      return own === undefined || !isFree(own, period);
    });
    const takenIds = new Set(taken.map(({ id }) => id));
    return found.filter(({ id }) => !takenIds.has(id));
  }
}

/** What is plain and was found is free within its opening hours; of all else more has to be asked. */
function isOpenThen({ isPlain, hours }: FoundOffer, period: Period): boolean {
  return isPlain !== true || isFree({ steps: null, hours: hours ?? alwaysOpen }, period);
}

/** Nothing where it is gone since it was made findable. */
function lentOf({ id, lending, partOfId }: FoundOffer): Lent[] {
  return lending === null ? [] : [{ id, lending, partOfId }];
}

function firstStepOf(wanted: number, { forMe }: ListOffersRequest, { search }: OfferSearch): number {
  const allSuit = search.period === null && forMe !== true;
  return allSuit ? wanted : Math.min(Math.ceil(wanted * lookedAtForEach), stepMax);
}

/** Of more than a page holds the rest is found again behind its last; of fewer all that was looked through is done with. */
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
