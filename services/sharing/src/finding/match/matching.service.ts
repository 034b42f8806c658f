import { Injectable } from '@nestjs/common';
import { DomainError } from '@gongxiang/domain';
import { type DuePiece, OnDueTogether, Push } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import type { UnionRef } from '../../reference/reference.entity.js';
import { areaOf, needKeys, offerKeys } from './match-keys.model.js';
import { type DueStep, needDue, scheduleNeeds, subjectOf } from '../../lending/need/need.due.js';
import { MatchNotices } from './match-notices.js';
import { MatchingStores } from './matching-stores.js';
import type { NeedRow } from '../../lending/need/need.entity.js';
import { likeNeed, soughtBy } from './need-offers.js';
import { analyserOf } from '../../lending/words/analyser-of.js';
import { OfferSource } from './offer-source.js';
import type { SoughtNeed } from './match.model.js';

/** Needs per transaction: most of the work is then shared, and an edit of one waits for less than a second. */
const togetherMax = 60;

/** A need with the union behind it. */
interface Seeking {
  readonly row: NeedRow;
  readonly union: UnionRef;
  readonly sought: SoughtNeed;
}

/**
 * Finds matches of needs, as due work: posting and editing schedule it, usually done within a second. So reading
 * writes nothing, and posting does not wait for ranking.
 */
@Injectable()
export class MatchingService {
  constructor(
    private readonly stores: MatchingStores,
    private readonly offers: OfferSource,
    private readonly notices: MatchNotices,
    private readonly push: Push,
  ) {}

  @OnDueTogether(needDue.match, togetherMax)
  async matchNeeds(tx: Transaction, pieces: readonly DuePiece[]): Promise<void> {
    const all = await this.lock(tx, [...new Set(pieces.map(({ key }) => subjectOf(key)))]);
    const unplaced = pieces.filter(({ payload }) => (payload as DueStep).isPlaced !== true);
    // A need to be indexed again is matched after that, not before.
    const toPlace = new Set(unplaced.map(({ key }) => subjectOf(key)));
    await this.place(
      tx,
      all.filter(({ row }) => toPlace.has(row.id)),
    );
    await this.look(
      tx,
      all.filter(({ row }) => !toPlace.has(row.id) && row.state === 'open'),
    );
  }

  /** @throws DomainError `REFERENCE_PENDING` */
  private async lock(tx: Transaction, needIds: readonly string[]): Promise<Seeking[]> {
    const rows = await this.stores.needs.lockAll(tx, needIds);
    const unions = await this.stores.needs.unionsOf(tx, rows);
    const analyser = await analyserOf(tx);
    return rows.map((row) => {
      const union = unions.get(row.unionId);
      if (union === undefined) throw new DomainError('REFERENCE_PENDING', { retryAfterSeconds: 1 });
      return { row, union, sought: soughtBy(row, union, analyser) };
    });
  }

  private async place(tx: Transaction, all: readonly Seeking[]): Promise<void> {
    if (all.length === 0) return;
    const { keys } = this.stores;
    const analyser = await analyserOf(tx);
    await keys.placeNeeds(
      tx,
      all.map(({ row, sought }) => ({ id: row.id, keys: row.state === 'open' ? keysOf(sought) : [] })),
    );
    await keys.placeOffers(
      tx,
      all.map(({ row, union }) => ({
        id: row.id,
        ownerUnionId: row.unionId,
        keys: row.state === 'open' ? offerKeys('need', likeNeed(row, union, analyser)) : [],
      })),
    );
    const works = all.flatMap(({ row, sought }) => {
      const work = { needId: row.id, step: { isPlaced: true, near: areaOf(sought) } };
      // Others who look for something similar are notified of it, and of its end.
      return [
        { ...work, kind: needDue.like },
        { ...work, kind: needDue.match },
      ];
    });
    await scheduleNeeds(tx, works);
  }

  private async look(tx: Transaction, all: readonly Seeking[]): Promise<void> {
    if (all.length === 0) return;
    const { needs, matches } = this.stores;
    const ids = all.map(({ row }) => row.id);
    const found = await this.offers.best(
      tx,
      all.map(({ sought }) => sought),
    );
    const best = all.map(({ row }, place) => ({ need: row, offers: found[place] ?? [] }));
    const ranked = best.flatMap(({ need, offers }) => offers.map((offer) => ({ ...offer, needId: need.id })));
    const fresh = await matches.saveRanked(tx, ids, ranked);
    const added = best.map(({ need, offers }) => ({
      need,
      offers: offers.filter(({ id }) => fresh.has(`${need.id}/${id}`)),
    }));
    await this.notices.ownersOf(tx, added);
    await needs.recordComputed(tx, ids);
    for (const { row } of all)
      this.push.hint(tx, [row.postedBy], { resource: 'need', id: row.id, version: row.version });
  }
}

function keysOf({ wants, district, place }: SoughtNeed): string[] {
  return [...new Set(wants.flatMap((want) => needKeys({ ...want, district, place })))];
}
