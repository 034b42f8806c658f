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
    const offers: Offer[] = [];
    for (const kind of matchKinds) {
      const ids = await this.candidateIds(tx, kind, need);
      offers.push(...(await this.load(tx, kind, ids, hullOf(need.spans))));
    }
    return offers.filter(({ ownerUnionId }) => ownerUnionId !== need.seeker.unionId);
  }

  private async candidateIds(tx: Transaction, kind: MatchKind, need: SoughtNeed): Promise<string[]> {
    const bound = { notOfUnion: need.seeker.unionId, max: candidatesMax[kind] };
    const ids = new Set<string>();
    for (const want of need.wants) {
      const { district, place } = need;
      const tiers = offerTiers(kind, { ...want, district, place });
      for (const id of await this.keys.offersUnder(tx, tiers, bound)) ids.add(id);
      if (kind !== 'resource') continue;
      for (const id of await this.resources.named(tx, want, bound.notOfUnion)) ids.add(id);
    }
    return [...ids];
  }
}
