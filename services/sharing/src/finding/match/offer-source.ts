import { Injectable } from '@nestjs/common';
import { type MatchKind, matchKinds } from '@gongxiang/contracts/sharing/finding/match.contract';
import type { Period } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { ActivityOffers } from './activity-offers.js';
import { BestResources } from './best-resources.js';
import { BrandOffers } from './brand-offers.js';
import { MatchKeyRepository } from './match-key.repository.js';
import { offerTiers } from './match-keys.model.js';
import { bestOfEachKind, byRank, rankOffers } from './match-score.model.js';
import type { Offer, SoughtNeed } from './match.model.js';
import { NeedOffers } from './need-offers.js';
import { ResourceOffers } from './resource-offers.js';
import type { RankedOffer } from '../../lending/need/want.model.js';

/** Candidates of each kind per want. */
const candidatesMax: Readonly<Record<MatchKind, number>> = {
  resource: 120,
  activity: 40,
  brand: 20,
  need: 40,
};

/** Whether these suit does not depend on what else happens at the requested times. */
const timelessKinds = ['activity', 'brand', 'need'] as const;
type TimelessKind = (typeof timelessKinds)[number];

type IdsByKind = Readonly<Record<MatchKind, ReadonlySet<string>>>;

/** All sources of offers, of every kind. */
@Injectable()
export class OfferSource {
  constructor(
    private readonly resources: ResourceOffers,
    private readonly bestResources: BestResources,
    private readonly activities: ActivityOffers,
    private readonly brands: BrandOffers,
    private readonly needs: NeedOffers,
    private readonly keys: MatchKeyRepository,
  ) {}

  /** The current offers of a kind; gone ones are left out. @param period the requested times */
  async load(tx: Transaction, kind: MatchKind, ids: readonly string[], period: Period): Promise<Offer[]> {
    if (kind !== 'resource') return this.timeless(tx, kind, ids);
    const [offers = []] = await this.resources.load(tx, [{ ids, period }]);
    return offers;
  }

  /**
   * The best of each kind for each of some needs, among candidates found by the index and bounded, however much is
   * offered. Offers of the seeking union itself do not count.
   */
  async best(tx: Transaction, needs: readonly SoughtNeed[]): Promise<RankedOffer[][]> {
    const ids = await this.candidateIds(tx, needs);
    const [resources, ...others] = await Promise.all([
      this.bestResources.of(
        tx,
        needs.map((need, place) => ({ need, ids: [...(ids[place]?.resource ?? [])] })),
      ),
      ...timelessKinds.map((kind) =>
        this.loadTimeless(
          tx,
          kind,
          ids.map((ofNeed) => [...ofNeed[kind]]),
        ),
      ),
    ]);
    return needs.map((need, place) => {
      const offers = others
        .flatMap((lists) => lists[place] ?? [])
        .filter(({ ownerUnionId }) => ownerUnionId !== need.seeker.unionId);
      return bestOfEachKind([...(resources[place] ?? []), ...rankOffers(need, offers)].sort(byRank));
    });
  }

  /** The same for several needs. */
  private async loadTimeless(
    tx: Transaction,
    kind: TimelessKind,
    asked: readonly (readonly string[])[],
  ): Promise<Offer[][]> {
    const offers = new Map(
      (await this.timeless(tx, kind, [...new Set(asked.flat())])).map((offer) => [offer.id, offer]),
    );
    return asked.map((ids) => ids.flatMap((id) => offers.get(id) ?? []));
  }

  /** The facts that do not depend on seeker or time. */
  private timeless(tx: Transaction, kind: TimelessKind, ids: readonly string[]): Promise<Offer[]> {
    if (ids.length === 0) return Promise.resolve([]);
    switch (kind) {
      case 'activity':
        return this.activities.load(tx, ids);
      case 'brand':
        return this.brands.load(tx, ids);
      case 'need':
        return this.needs.load(tx, ids);
    }
  }

  private async candidateIds(tx: Transaction, needs: readonly SoughtNeed[]): Promise<IdsByKind[]> {
    const sought = needs.flatMap(({ wants, district, place, seeker }, of) =>
      wants.flatMap((want) =>
        matchKinds.map((kind) => ({
          of,
          kind,
          notOfUnion: seeker.unionId,
          tiers: offerTiers(kind, { ...want, district, place }),
          max: candidatesMax[kind],
        })),
      ),
    );
    const [under, named] = await Promise.all([
      this.keys.offersUnder(tx, sought),
      this.resources.named(tx, needs),
    ]);
    const ids = named.map((found) => ({
      resource: new Set(found),
      activity: noIds(),
      brand: noIds(),
      need: noIds(),
    }));
    sought.forEach(({ of, kind }, list) => {
      for (const id of under[list] ?? []) ids[of]?.[kind].add(id);
    });
    return ids;
  }
}

function noIds(): Set<string> {
  return new Set();
}
