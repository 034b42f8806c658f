import { Injectable } from '@nestjs/common';
import type { Coordinates, Period } from '@gongxiang/domain';
import { OnDue, Push, schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import type { UnionRef } from '../reference/reference.entity.js';
import { ReferenceRepository } from '../reference/reference.repository.js';
import type { ResourceRow } from '../resource/resource.entity.js';
import { OfferDesk } from '../resource/offer-desk.js';
import { type Borrower, findRight, type Right } from '../resource/right.model.js';
import { type Offer, rankOffers } from './match.model.js';
import { MatchRepository } from './match.repository.js';
import type { NeedRow } from './need.entity.js';
import { NeedRepository } from './need.repository.js';
import { isSmallMicro } from './need.view.js';

/** So many offers are looked at for a need, and so many of them kept. */
const candidatesMax = 200;
const matchesMax = 20;
/** After a change of an offer so many needs at a time are noted to be matched anew. */
const needsPerStep = 200;

/**
 * Computes matches as due work: a change of a need or an offer notes it, and a reading finds it done, as a rule within a
 * second. So reading writes nothing, and posting waits for no ranking.
 */
@Injectable()
export class MatchingService {
  constructor(
    private readonly needs: NeedRepository,
    private readonly matches: MatchRepository,
    private readonly offers: OfferDesk,
    private readonly references: ReferenceRepository,
    private readonly push: Push,
  ) {}

  @OnDue('match-resource')
  async offerChanged(tx: Transaction, resourceId: string, payload: unknown): Promise<void> {
    const resource = await this.offers.find(tx, resourceId);
    if (resource === null) return;
    const afterId = (payload as { afterId?: string }).afterId ?? null;
    const ids = await this.needs.openIds(tx, { function: resource.function, afterId }, needsPerStep);
    for (const key of ids) await schedule(tx, { kind: 'match-need', key, at: tx.now });
    if (ids.length < needsPerStep) return;
    await schedule(tx, {
      kind: 'match-resource',
      key: resourceId,
      at: tx.now,
      payload: { afterId: ids.at(-1) },
    });
  }

  @OnDue('match-need')
  async matchNeed(tx: Transaction, needId: string): Promise<void> {
    const need = await this.needs.lockById(tx, needId);
    if (need?.state !== 'open') return;
    const union = await this.references.union(tx, need.unionId);
    const windows = need.windows.map(({ from, to }) => ({ start: new Date(from), end: new Date(to) }));
    const rows = await this.offers.candidates(tx, need.functions, {
      district: need.district,
      notOfUnion: need.unionId,
      max: candidatesMax,
    });
    const offers = await this.offersFor(tx, rows, union, windows);
    const sought = { ...need, windows, place: placeOf(need), smallMicro: isSmallMicro(union) };
    const ranked = rankOffers(sought, offers).slice(0, matchesMax);
    const owners = new Map(rows.map((row) => [row.id, row.ownerUnionId]));
    await this.matches.keep(
      tx,
      need.id,
      ranked.map((offer) => ({ ...offer, ownerUnionId: owners.get(offer.resourceId) ?? need.unionId })),
    );
    await this.computed(tx, need);
  }

  private async offersFor(
    tx: Transaction,
    rows: readonly ResourceRow[],
    union: UnionRef,
    windows: readonly Period[],
  ): Promise<Offer[]> {
    const borrower: Borrower = { ...union, unionId: union.id };
    const ids = rows.map((row) => row.id);
    const { busy, rights } = await this.offers.terms(tx, ids, hullOf(windows));
    return rows.map((row) => ({
      resourceId: row.id,
      function: row.function,
      businesses: row.businesses,
      capacity: row.capacity,
      terms: new Set(row.searchTerms),
      district: row.district,
      place: placeOf(row),
      busy: busy.get(row.id) ?? [],
      right: rightFor(borrower, windows, rights.get(row.id) ?? []),
    }));
  }

  /** Not a new version: the need itself did not change, and an edit under way must not fail for this. */
  private async computed(tx: Transaction, need: NeedRow): Promise<void> {
    await this.needs.update(tx, { ...need, matchesComputedAt: tx.now });
    this.push.hint(tx, [need.postedBy], { resource: 'need', id: need.id, version: need.version });
  }
}

function rightFor(borrower: Borrower, windows: readonly Period[], rights: readonly Right[]): Offer['right'] {
  for (const window of windows) {
    const right = findRight(borrower, window, rights);
    if (right === null) continue;
    const { kind, sizeClass } = right.grantee;
    const forSmallMicro = kind === 'sizeClass' && (sizeClass === 'small' || sizeClass === 'micro');
    return { approval: right.approval, price: right.price, forSmallMicro };
  }
  return null;
}

function hullOf(windows: readonly Period[]): Period {
  return {
    start: new Date(Math.min(...windows.map(({ start }) => start.getTime()))),
    end: new Date(Math.max(...windows.map(({ end }) => end.getTime()))),
  };
}

function placeOf(at: { latitude: number | null; longitude: number | null }): Coordinates | null {
  return at.latitude === null || at.longitude === null
    ? null
    : { latitude: at.latitude, longitude: at.longitude };
}
