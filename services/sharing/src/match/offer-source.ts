import { Injectable } from '@nestjs/common';
import { type MatchKind, matchKinds } from '@gongxiang/contracts';
import type { Period } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { ActivityOffers } from './activity-offers.js';
import { BrandOffers } from './brand-offers.js';
import { MatchKeyRepository } from './match-key.repository.js';
import { offerTiers } from './match-keys.model.js';
import type { Offer, SoughtNeed } from './match.model.js';
import { NeedOffers } from './need-offers.js';
import { ResourceOffers } from './resource-offers.js';
import { hullOf } from '../need/span.model.js';

/** So many of each kind are looked at for a want. */
const candidatesMax: Readonly<Record<MatchKind, number>> = {
  resource: 120,
  activity: 40,
  brand: 20,
  need: 40,
};

/** All that may answer needs, of whichever kind. */
@Injectable()
export class OfferSource {
  constructor(
    private readonly resources: ResourceOffers,
    private readonly activities: ActivityOffers,
    private readonly brands: BrandOffers,
    private readonly needs: NeedOffers,
    private readonly keys: MatchKeyRepository,
  ) {}

  /** What of some kind is offered now; what is not any more is left out. @param period that is asked for */
  load(tx: Transaction, kind: MatchKind, ids: readonly string[], period: Period): Promise<Offer[]> {
    if (ids.length === 0) return Promise.resolve([]);
    switch (kind) {
      case 'resource':
        return this.resources.load(tx, ids, period);
      case 'activity':
        return this.activities.load(tx, ids);
      case 'brand':
        return this.brands.load(tx, ids);
      case 'need':
        return this.needs.load(tx, ids);
    }
  }

  /**
   * Who might answer a need, found by the index and bounded: however much is offered, no more is looked at. What belongs
   * to the seeking union itself is no offer.
   */
  async candidates(tx: Transaction, need: SoughtNeed): Promise<Offer[]> {
    const ids = await this.candidateIds(tx, need);
    const period = hullOf(need.spans);
    const offers = await Promise.all(matchKinds.map((kind) => this.load(tx, kind, [...ids[kind]], period)));
    return offers.flat().filter(({ ownerUnionId }) => ownerUnionId !== need.seeker.unionId);
  }

  private async candidateIds(
    tx: Transaction,
    need: SoughtNeed,
  ): Promise<Readonly<Record<MatchKind, ReadonlySet<string>>>> {
    const { district, place, wants } = need;
    const notOfUnion = need.seeker.unionId;
    const sought = wants.flatMap((want) =>
      matchKinds.map((kind) => ({
        kind,
        ...{ tiers: offerTiers(kind, { ...want, district, place }), max: candidatesMax[kind] },
      })),
    );
    const [under, ...named] = await Promise.all([
      this.keys.offersUnder(tx, sought, notOfUnion),
      ...wants.map((want) => this.resources.named(tx, want, notOfUnion)),
    ]);
    const ids = { resource: new Set(named.flat()), activity: noIds(), brand: noIds(), need: noIds() };
    under.forEach((found, list) => {
      const { kind } = sought[list] ?? {};
      if (kind !== undefined) for (const id of found) ids[kind].add(id);
    });
    return ids;
  }
}

function noIds(): Set<string> {
  return new Set();
}
