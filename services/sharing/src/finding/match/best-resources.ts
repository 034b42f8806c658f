import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { hullOf } from '../../lending/need/span.model.js';
import type { RankedOffer } from '../../lending/need/want.model.js';
import { byRank, rankOffers } from './match-score.model.js';
import type { SoughtNeed } from './match.model.js';
import { firstOf, type Prospect, prospectsOf, stillOpen } from './prospect.model.js';
import { type KnownResource, ResourceOffers } from './resource-offers.js';

/** A need with the resources among which the best are sought. */
interface Seeking {
  readonly need: SoughtNeed;
  readonly ids: readonly string[];
}

type KnownProspect = Prospect<KnownResource>;
type KnownById = ReadonlyMap<string, KnownResource>;

/** For so many needs the best are sought at a time: while PostgreSQL reads for some, others are ranked. */
const groupSize = 20;

/**
 * Finds the best resources for needs, and reads times and rights only of those that may be among them: what a resource
 * can come to at most is known before (branch and bound). The result is the same as if all were read.
 */
@Injectable()
export class BestResources {
  constructor(private readonly resources: ResourceOffers) {}

  /** For each need, in order, the best first; there may be more than are stored. Its own union's do not count. */
  async of(tx: Transaction, seeking: readonly Seeking[]): Promise<RankedOffer[][]> {
    const known = await this.resources.known(
      tx,
      seeking.flatMap(({ ids }) => ids),
    );
    const ranked = await Promise.all(
      groupsOf(seeking).map(async (group, place) => {
        // A turn each: to rank for all at once would hold up everybody else.
        for (let turn = 0; turn < place; turn += 1) await setImmediate();
        return this.ofGroup(tx, group, known);
      }),
    );
    return ranked.flat();
  }

  private async ofGroup(
    tx: Transaction,
    seeking: readonly Seeking[],
    known: KnownById,
  ): Promise<RankedOffer[][]> {
    const searches = seeking.map(({ need, ids }) => {
      const others = ids
        .flatMap((id) => known.get(id) ?? [])
        .filter(({ offer }) => offer.ownerUnionId !== need.seeker.unionId);
      return { need, prospects: prospectsOf(need, others) };
    });
    const first = await this.ranked(
      tx,
      searches.map(({ need, prospects }) => ({ need, prospects: firstOf(prospects) })),
    );
    const further = await this.ranked(
      tx,
      searches.map(({ need, prospects }, place) => ({
        need,
        prospects: stillOpen(prospects, first[place] ?? []),
      })),
    );
    return first.map((ranked, place) => [...ranked, ...(further[place] ?? [])].sort(byRank));
  }

  private async ranked(
    tx: Transaction,
    searches: readonly { readonly need: SoughtNeed; readonly prospects: readonly KnownProspect[] }[],
  ): Promise<RankedOffer[][]> {
    const wanted = searches.map(({ need, prospects }) => ({
      resources: prospects.map(({ of }) => of),
      period: hullOf(need.spans),
    }));
    const offers = await this.resources.withTerms(tx, wanted);
    return searches.map(({ need }, place) => rankOffers(need, offers[place] ?? []));
  }
}

function groupsOf<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / groupSize) }, (_one, group) =>
    all.slice(group * groupSize, (group + 1) * groupSize),
  );
}
