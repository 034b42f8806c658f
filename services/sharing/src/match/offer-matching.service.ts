import { Injectable } from '@nestjs/common';
import type { MatchKind } from '@gongxiang/contracts';
import { newId, type Period } from '@gongxiang/domain';
import { OnDue, schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { activityOfferDue } from '../activity/offer.due.js';
import { brandOfferDue } from '../brand/offer.due.js';
import { bookingOfferDue, resourceOfferDue } from '../resource/offer.due.js';
import { needTiers, offerKeys } from './match-keys.model.js';
import { keptMax, scoreOffer } from './match-score.model.js';
import { type DueStep, needDue, noteNeeds, subjectOf } from '../need/need.due.js';
import type { RankedOffer } from '../need/want.model.js';
import type { Offer, SoughtNeed } from './match.model.js';
import { MatchNotices } from './match.notices.js';
import type { NeedOffer } from '../need/match.repository.js';
import { MatchingStores } from './matching-stores.js';
import type { NeedRow } from '../need/need.entity.js';
import { soughtBy } from './need-offers.js';
import { OfferSource } from './offer-source.js';
import { hullOf } from '../need/span.model.js';

/** So many needs are looked at for a changed offer, beside those that it is suggested to. */
const needsMax = 200;

interface Changed {
  readonly kind: MatchKind;
  readonly id: string;
  /** Under which the rest of the work is noted. */
  readonly due: string;
  readonly step: DueStep;
}

/**
 * Meets the standing needs with what is new or was changed. Each change looks at the needs that the index finds for it and
 * at those that it is suggested to already, at most so many; nothing is computed anew that it does not touch.
 */
@Injectable()
export class OfferMatchingService {
  constructor(
    private readonly stores: MatchingStores,
    private readonly offers: OfferSource,
    private readonly notices: MatchNotices,
  ) {}

  @OnDue(resourceOfferDue)
  resourceChanged(tx: Transaction, key: string, step: unknown): Promise<void> {
    return this.changed(tx, {
      kind: 'resource',
      due: resourceOfferDue,
      id: subjectOf(key),
      step: step as DueStep,
    });
  }

  /** Less of it is free: nobody finds it who did not before, so only those look again to whom it is suggested. */
  @OnDue(bookingOfferDue)
  booked(tx: Transaction, key: string): Promise<void> {
    return this.lookAgain(tx, { kind: 'resource', due: resourceOfferDue, id: subjectOf(key), step: {} });
  }

  @OnDue(activityOfferDue)
  activityChanged(tx: Transaction, key: string, step: unknown): Promise<void> {
    return this.changed(tx, {
      kind: 'activity',
      due: activityOfferDue,
      id: subjectOf(key),
      step: step as DueStep,
    });
  }

  @OnDue(brandOfferDue)
  brandChanged(tx: Transaction, key: string, step: unknown): Promise<void> {
    return this.changed(tx, { kind: 'brand', due: brandOfferDue, id: subjectOf(key), step: step as DueStep });
  }

  @OnDue(needDue.like)
  needChanged(tx: Transaction, key: string, step: unknown): Promise<void> {
    return this.changed(tx, { kind: 'need', due: needDue.like, id: subjectOf(key), step: step as DueStep });
  }

  private async changed(tx: Transaction, change: Changed): Promise<void> {
    const { isPlaced, afterId } = change.step;
    if (afterId !== undefined) return this.lookAgain(tx, change);
    const [offer = null] = await this.load(tx, change, null);
    if (isPlaced !== true) {
      await this.place(tx, change, offer);
      return this.goOn(tx, change, { isPlaced: true });
    }
    await this.lookAgain(tx, change, offer === null ? [] : await this.interested(tx, offer));
  }

  /**
   * Scores it anew for those to whom it is suggested, some of them at a time.
   * @param others who look at it as well
   */
  private async lookAgain(tx: Transaction, change: Changed, others: readonly string[] = []): Promise<void> {
    const { kind, id, step } = change;
    const afterId = step.afterId ?? null;
    const known = await this.stores.matches.needsWith(tx, { kind, id, afterId }, needsMax);
    await this.meet(tx, change, [...new Set([...others, ...known])]);
    const last = known.at(-1);
    if (last !== undefined && known.length === needsMax) await this.goOn(tx, change, { afterId: last });
  }

  private goOn(tx: Transaction, { due, id }: Changed, step: DueStep): Promise<void> {
    return schedule(tx, { kind: due, key: `${id}/${newId()}`, at: tx.now, payload: { ...step } });
  }

  /** @param period of the times that are asked for; null where they do not matter */
  private load(tx: Transaction, { kind, id }: Changed, period: Period | null): Promise<Offer[]> {
    return this.offers.load(tx, kind, [id], period ?? { start: tx.now, end: tx.now });
  }

  private async place(tx: Transaction, { kind, id }: Changed, offer: Offer | null): Promise<void> {
    const ownerUnionId = offer?.ownerUnionId ?? id;
    const keys = offer === null ? [] : offerKeys(kind, offer);
    await this.stores.keys.placeOffers(tx, [{ id, ownerUnionId, keys }]);
  }

  private async interested(tx: Transaction, offer: Offer): Promise<string[]> {
    const sought = { tiers: needTiers(offer), max: needsMax, notOfUnion: offer.ownerUnionId };
    const [found = []] = await this.stores.keys.needsUnder(tx, [sought]);
    return found;
  }

  /** Scores the one offer for each of these needs, and writes down where it stands in their lists. */
  private async meet(tx: Transaction, change: Changed, needIds: readonly string[]): Promise<void> {
    if (needIds.length === 0) return;
    const locked = await this.stores.needs.lockAll(tx, needIds);
    // One that has never looked is about to, and finds what stands in the index by then: its lock shows that it has not begun.
    const rows = locked.filter(
      ({ state, matchesComputedAt }) => state === 'open' && matchesComputedAt !== null,
    );
    if (rows.length === 0) return;
    const sought = await this.soughtBy(tx, rows);
    const spans = [...sought.values()].flatMap((need) => need.spans);
    const [offer = null] = spans.length === 0 ? [] : await this.load(tx, change, hullOf(spans));
    const scored = new Map<NeedRow, RankedOffer>();
    for (const [row, need] of sought) {
      const ranked = offer === null || offer.ownerUnionId === row.unionId ? null : scoreOffer(need, offer);
      if (ranked !== null) scored.set(row, ranked);
    }
    await this.write(tx, change, rows, scored);
  }

  private async soughtBy(tx: Transaction, rows: readonly NeedRow[]): Promise<Map<NeedRow, SoughtNeed>> {
    const unions = await this.stores.needs.unionsOf(tx, rows);
    const sought = new Map<NeedRow, SoughtNeed>();
    for (const row of rows) {
      const union = unions.get(row.unionId);
      if (union !== undefined) sought.set(row, soughtBy(row, union));
    }
    return sought;
  }

  private async write(
    tx: Transaction,
    { kind, id }: Changed,
    rows: readonly NeedRow[],
    scored: ReadonlyMap<NeedRow, RankedOffer>,
  ): Promise<void> {
    const { matches } = this.stores;
    const ids = rows.map((row) => row.id);
    const before = new Map((await matches.lengths(tx, ids, kind)).map((one) => [one.needId, one]));
    const isFull = (needId: string): boolean => (before.get(needId)?.count ?? 0) >= keptMax[kind];
    const wins = (row: NeedRow, { score }: RankedOffer): boolean =>
      !isFull(row.id) || score > (before.get(row.id)?.lowest ?? 0);
    const winning = [...scored].filter(([row, ranked]) => wins(row, ranked));
    const kept = new Set(winning.map(([row]) => row.id));
    // Where it has gone from a full list, somebody else is the last of it now.
    const gone = await matches.drop(
      tx,
      id,
      ids.filter((needId) => !kept.has(needId)),
    );
    await noteNeeds(
      tx,
      gone.filter(isFull).map((needId) => ({ kind: needDue.match, needId, step: { isPlaced: true } })),
    );
    const offers = winning.map(([row, ranked]): NeedOffer => ({ ...ranked, needId: row.id }));
    const fresh = await matches.put(tx, offers);
    if (fresh.size > 0) await matches.trim(tx, [...kept].filter(isFull), { kind, max: keptMax[kind] });
    const news = winning.filter(([need]) => fresh.has(`${need.id}/${id}`));
    await this.notices.ownersOf(
      tx,
      news.map(([need, ranked]) => ({ need, offers: [ranked] })),
    );
  }
}
