import { Injectable } from '@nestjs/common';
import type { OfferRightView } from '@gongxiang/contracts/sharing/finding/offer.contract';
import type { UnionBusiness } from '@gongxiang/contracts/sharing/sharing-events';
import type { Transaction } from '@gongxiang/persistence';
import type { Period } from '@gongxiang/domain';
import { OfferLookup } from '../../lending/resource/offer-lookup.js';
import type { Borrower } from '../../lending/resource/right.model.js';
import { OfferRightsRepository } from './offer-rights.repository.js';
import type { FoundOffer } from './offer-search.repository.js';

/** For whom, for when and for what a right is needed. */
interface RightWish {
  readonly borrower: Borrower;
  /** Null: no time is stated. */
  readonly period: Period | null;
  readonly business: UnionBusiness | null;
}

/** Rights of a union to results: a few statements per page, whatever is on it. */
@Injectable()
export class OfferRights {
  constructor(
    private readonly resources: OfferLookup,
    private readonly offers: OfferRightsRepository,
  ) {}

  /** @returns by id; results without a right are left out */
  async of(
    tx: Transaction,
    found: readonly FoundOffer[],
    wish: RightWish,
  ): Promise<Map<string, OfferRightView>> {
    const own = found.filter(({ unionId }) => unionId === wish.borrower.unionId);
    const others = found.filter(({ unionId }) => unionId !== wish.borrower.unionId);
    const idsOf = (kind: FoundOffer['kind']): string[] =>
      others.filter((one) => one.kind === kind).map(({ id }) => id);
    return new Map<string, OfferRightView>([
      ...own.map(({ id }) => [id, { kind: 'ownership', approval: null, price: null }] as const),
      ...(await this.granted(tx, idsOf('resource'), wish)),
      ...(await this.offers.withSeatsFor(tx, idsOf('activity'), wish.borrower)).map(seated),
      ...(await this.offers.adoptableBy(tx, idsOf('brand'), wish.borrower.unionId)).map(adopted),
    ]);
  }

  private async granted(
    tx: Transaction,
    ids: readonly string[],
    { borrower, ...asked }: RightWish,
  ): Promise<[string, OfferRightView][]> {
    const rights = await this.resources.rightsFor(tx, ids, borrower, asked);
    return [...rights].map(([id, { approval, price }]) => [id, { kind: 'grant', approval, price }]);
  }
}

function seated(id: string): [string, OfferRightView] {
  return [id, { kind: 'seats', approval: null, price: null }];
}

function adopted(id: string): [string, OfferRightView] {
  return [id, { kind: 'adoption', approval: 'automatic', price: null }];
}
