import { Injectable } from '@nestjs/common';
import { type MatchKind, matchKinds } from '@gongxiang/contracts/sharing/finding/match.contract';
import type { Period } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { ActivityOffers } from './activity-offers.js';
import { BrandOffers } from './brand-offers.js';
import { MatchKeyRepository } from './match-key.repository.js';
import { offerTiers } from './match-keys.model.js';
import type { Offer, SoughtNeed } from './match.model.js';
import { NeedOffers } from './need-offers.js';
import { type Asked, ResourceOffers } from './resource-offers.js';
import { hullOf } from '../../lending/need/span.model.js';

/** Candidates of each kind per want. */
const candidatesMax: Readonly<Record<MatchKind, number>> = {
  resource: 120,
  activity: 40,
  brand: 20,
  need: 40,
};

type IdsByKind = Readonly<Record<MatchKind, ReadonlySet<string>>>;

/** All sources of offers, of every kind. */
@Injectable()
export class OfferSource {
  constructor(
    private readonly resources: ResourceOffers,
    private readonly activities: ActivityOffers,
    private readonly brands: BrandOffers,
    private readonly needs: NeedOffers,
    private readonly keys: MatchKeyRepository,
  ) {}

  /** The current offers of a kind; gone ones are left out. @param period the requested times */
  async load(tx: Transaction, kind: MatchKind, ids: readonly string[], period: Period): Promise<Offer[]> {
    const [offers = []] = await this.loadAll(tx, kind, [{ ids, period }]);
    return offers;
  }

  /**
   * Candidates for each of some needs, found by the index and bounded, however much is offered. Offers of the seeking
   * union itself do not count.
   */
  async candidates(tx: Transaction, needs: readonly SoughtNeed[]): Promise<Offer[][]> {
    const ids = await this.candidateIds(tx, needs);
    const periods = needs.map(({ spans }) => hullOf(spans));
    const byKind = await Promise.all(
      matchKinds.map((kind) => {
        const asked = periods.map((period, place) => ({ ids: [...(ids[place]?.[kind] ?? [])], period }));
        return this.loadAll(tx, kind, asked);
      }),
    );
    return needs.map(({ seeker }, place) =>
      byKind
        .flatMap((lists) => lists[place] ?? [])
        .filter(({ ownerUnionId }) => ownerUnionId !== seeker.unionId),
    );
  }

  /** The same for several needs, each with its own times. */
  private async loadAll(tx: Transaction, kind: MatchKind, asked: readonly Asked[]): Promise<Offer[][]> {
    if (kind === 'resource') return this.resources.load(tx, asked);
    const ids = [...new Set(asked.flatMap((one) => one.ids))];
    const offers = new Map((await this.loadTimeless(tx, kind, ids)).map((offer) => [offer.id, offer]));
    return asked.map((one) => one.ids.flatMap((id) => offers.get(id) ?? []));
  }

  /** The facts that do not depend on seeker or time. */
  private loadTimeless(
    tx: Transaction,
    kind: Exclude<MatchKind, 'resource'>,
    ids: readonly string[],
  ): Promise<Offer[]> {
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
      Promise.all(needs.map((need) => this.named(tx, need))),
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

  private async named(tx: Transaction, need: SoughtNeed): Promise<string[]> {
    const found = await Promise.all(need.wants.map((want) => this.resources.named(tx, want, need)));
    return found.flat();
  }
}

function noIds(): Set<string> {
  return new Set();
}
