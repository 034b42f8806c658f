import { Injectable } from '@nestjs/common';
import type { MatchKind } from '@gongxiang/contracts/sharing/finding/match.contract';
import { newId, type Period } from '@gongxiang/domain';
import { type DuePiece, OnDue, OnDueTogether, scheduleAll } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { activityOfferDue } from '../../activities/activity/offer.due.js';
import { brandOfferDue } from '../../organising/brand/offer.due.js';
import { bookingOfferDue, resourceOfferDue } from '../../lending/resource/offer.due.js';
import { needTiers, offerKeys } from './match-keys.model.js';
import { scoreOffer } from './match-score.model.js';
import { type DueStep, needDue, subjectOf } from '../../lending/need/need.due.js';
import type { RankedOffer } from '../../lending/need/want.model.js';
import type { Offer, SoughtNeed } from './match.model.js';
import { MatchLists } from './match-lists.js';
import { MatchingStores } from './matching-stores.js';
import type { SoughtRow } from '../../lending/need/need.repository.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { analyserOf } from '../../lending/words/analyser-of.js';
import { soughtBy } from './need-offers.js';
import { OfferSource } from './offer-source.js';
import { hullOf } from '../../lending/need/span.model.js';

/** Needs matched with a changed offer, beside those it is suggested to. */
const needsMax = 200;

/** Needs matched at once with others: each involves as many others, all of which are locked meanwhile. */
const togetherMax = 10;

/** The changed items, and the due work for the rest. */
interface Kind {
  readonly kind: MatchKind;
  readonly due: string;
}

interface Changed {
  readonly id: string;
  readonly step: DueStep;
}

/** The needs to match with each of some offers. */
type Lookers = ReadonlyMap<string, ReadonlySet<string>>;

const resources: Kind = { kind: 'resource', due: resourceOfferDue };
const activities: Kind = { kind: 'activity', due: activityOfferDue };
const brands: Kind = { kind: 'brand', due: brandOfferDue };
const likes: Kind = { kind: 'need', due: needDue.like };

/**
 * Matches existing needs with new and changed offers. Each change is matched with the needs that the index finds for
 * it and those it is suggested to already, up to a limit; nothing else is recomputed.
 */
@Injectable()
export class OfferMatchingService {
  constructor(
    private readonly stores: MatchingStores,
    private readonly offers: OfferSource,
    private readonly lists: MatchLists,
    private readonly references: ReferenceRepository,
  ) {}

  @OnDue(resourceOfferDue)
  resourceChanged(tx: Transaction, key: string, payload: unknown): Promise<void> {
    return this.changed(tx, resources, [{ key, payload }]);
  }

  /** Less of it is free: it is new to no need, so only needs it is suggested to are matched again. */
  @OnDue(bookingOfferDue)
  booked(tx: Transaction, key: string): Promise<void> {
    return this.lookAgain(tx, resources, [{ id: subjectOf(key), step: {} }]);
  }

  @OnDue(activityOfferDue)
  activityChanged(tx: Transaction, key: string, payload: unknown): Promise<void> {
    return this.changed(tx, activities, [{ key, payload }]);
  }

  @OnDue(brandOfferDue)
  brandChanged(tx: Transaction, key: string, payload: unknown): Promise<void> {
    return this.changed(tx, brands, [{ key, payload }]);
  }

  @OnDueTogether(needDue.like, togetherMax)
  needsChanged(tx: Transaction, pieces: readonly DuePiece[]): Promise<void> {
    return this.changed(tx, likes, pieces);
  }

  private async changed(tx: Transaction, of: Kind, pieces: readonly DuePiece[]): Promise<void> {
    const all = pieces.map(({ key, payload }) => ({ id: subjectOf(key), step: payload as DueStep }));
    const later = all.filter(({ step }) => step.afterId !== undefined);
    const unplaced = all.filter(({ step }) => step.afterId === undefined && step.isPlaced !== true);
    const fresh = all.filter(({ step }) => step.afterId === undefined && step.isPlaced === true);
    if (unplaced.length > 0) await this.place(tx, of, idsOf(unplaced));
    // One that is matched from the beginning reaches its later needs as well.
    const changes = [...new Map([...later, ...fresh].map((one) => [one.id, one])).values()];
    if (changes.length === 0) return;
    await this.lookAgain(tx, of, changes, await this.interested(tx, of, idsOf(fresh)));
  }

  private async place(tx: Transaction, of: Kind, ids: readonly string[]): Promise<void> {
    const offers = new Map((await this.load(tx, of, ids, null)).map((offer) => [offer.id, offer]));
    const placed = ids.map((id) => {
      const offer = offers.get(id);
      const keys = offer === undefined ? [] : offerKeys(of.kind, offer);
      return { id, ownerUnionId: offer?.ownerUnionId ?? id, keys };
    });
    await this.stores.keys.placeOffers(tx, placed);
    await this.goOn(
      tx,
      of,
      ids.map((id) => ({ id, step: { isPlaced: true } })),
    );
  }

  /**
   * Rescores them for the needs they are suggested to, some at a time.
   * @param lookers further needs to match
   */
  private async lookAgain(
    tx: Transaction,
    of: Kind,
    changes: readonly Changed[],
    lookers: Lookers = new Map(),
  ): Promise<void> {
    const pages = changes.map(({ id, step }) => ({ id, afterId: step.afterId ?? null }));
    const known = await this.stores.matches.needsWith(tx, of.kind, pages, needsMax);
    const looking = new Map(lookers);
    const rest: Changed[] = [];
    for (const { id } of changes) {
      const page = known.filter(({ offerId }) => offerId === id).map(({ needId }) => needId);
      looking.set(id, new Set([...(looking.get(id) ?? []), ...page]));
      const last = page.at(-1);
      if (last !== undefined && page.length === needsMax) rest.push({ id, step: { afterId: last } });
    }
    await this.meet(tx, of, looking);
    await this.goOn(tx, of, rest);
  }

  private goOn(tx: Transaction, { due }: Kind, changes: readonly Changed[]): Promise<void> {
    const works = changes.map(({ id, step }) => ({
      kind: due,
      key: `${id}/${newId()}`,
      at: tx.now,
      payload: { ...step },
    }));
    return scheduleAll(tx, works);
  }

  /** @param period the requested times; null if they do not matter */
  private load(
    tx: Transaction,
    { kind }: Kind,
    ids: readonly string[],
    period: Period | null,
  ): Promise<Offer[]> {
    return this.offers.load(tx, kind, ids, period ?? { start: tx.now, end: tx.now });
  }

  private async interested(tx: Transaction, of: Kind, ids: readonly string[]): Promise<Lookers> {
    if (ids.length === 0) return new Map();
    const offers = await this.load(tx, of, ids, null);
    const sought = offers.map((offer) => ({
      tiers: needTiers(offer),
      max: needsMax,
      notOfUnion: offer.ownerUnionId,
    }));
    const found = await this.stores.keys.needsUnder(tx, sought);
    return new Map(offers.map(({ id }, place) => [id, new Set(found[place])]));
  }

  /** Scores offers for needs, and updates their lists. */
  private async meet(tx: Transaction, of: Kind, lookers: Lookers): Promise<void> {
    const needIds = new Set([...lookers.values()].flatMap((ids) => [...ids]));
    if (needIds.size === 0) return;
    // A need that was never matched is about to be, and will find the indexed offers: its lock shows that it has not
    // begun.
    const rows = await this.stores.needs.lockStanding(tx, [...needIds]);
    if (rows.length === 0) return;
    const sought = await this.soughtBy(tx, rows);
    const spans = [...sought.values()].flatMap((need) => need.spans);
    const loaded = spans.length === 0 ? [] : await this.load(tx, of, [...lookers.keys()], hullOf(spans));
    const offers = new Map(loaded.map((offer) => [offer.id, offer]));
    const scored = [...lookers].flatMap(([offerId, ids]) =>
      rows
        .filter(({ id }) => ids.has(id))
        .map((need) => ({
          needId: need.id,
          offerId,
          need,
          ranked: rankedFor(sought.get(need.id), offers.get(offerId)),
        })),
    );
    await this.lists.write(tx, of.kind, scored);
  }

  private async soughtBy(tx: Transaction, rows: readonly SoughtRow[]): Promise<Map<string, SoughtNeed>> {
    const unions = await this.references.unionsOf(
      tx,
      rows.map(({ unionId }) => unionId),
    );
    const analyser = await analyserOf(tx);
    const sought = new Map<string, SoughtNeed>();
    for (const row of rows) {
      const union = unions.get(row.unionId);
      if (union !== undefined) sought.set(row.id, soughtBy(row, union, analyser));
    }
    return sought;
  }
}

function idsOf(changes: readonly Changed[]): string[] {
  return [...new Set(changes.map(({ id }) => id))];
}

/** Offers of the seeking union itself do not count. */
function rankedFor(need: SoughtNeed | undefined, offer: Offer | undefined): RankedOffer | null {
  if (need === undefined || offer === undefined || offer.ownerUnionId === need.seeker.unionId) return null;
  return scoreOffer(need, offer);
}
