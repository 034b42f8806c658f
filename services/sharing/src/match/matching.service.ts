import { Injectable } from '@nestjs/common';
import { OnDue, Push } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { ReferenceRepository } from '../reference/reference.repository.js';
import { needKeys, offerKeys } from './match-keys.model.js';
import { keepBest, rankOffers } from './match-score.model.js';
import { type DueStep, needDue, noteNeed, subjectOf } from '../need/need.due.js';
import { MatchNotices } from './match.notices.js';
import { MatchingStores } from './matching-stores.js';
import type { NeedRow } from '../need/need.entity.js';
import { likeNeed, soughtBy } from './need-offers.js';
import { OfferSource } from './offer-source.js';

/**
 * Finds what answers a need, as due work: posting and editing note it, and a reading finds it done, as a rule within a
 * second. So reading writes nothing, and posting waits for no ranking.
 */
@Injectable()
export class MatchingService {
  constructor(
    private readonly stores: MatchingStores,
    private readonly offers: OfferSource,
    private readonly references: ReferenceRepository,
    private readonly notices: MatchNotices,
    private readonly push: Push,
  ) {}

  @OnDue(needDue.match)
  async matchNeed(tx: Transaction, key: string, payload: unknown): Promise<void> {
    const needId = subjectOf(key);
    const { needs, matches, keys } = this.stores;
    const need = await needs.lockById(tx, needId);
    if (need === null) return;
    const union = await this.references.union(tx, need.unionId);
    const sought = soughtBy(need, union);
    if ((payload as DueStep).isPlaced !== true) {
      const { district, place } = sought;
      const isOpen = need.state === 'open';
      const all = need.wants.flatMap((want) => needKeys({ ...want, district, place }));
      await keys.placeNeed(tx, needId, isOpen ? all : []);
      const like = isOpen ? offerKeys('need', likeNeed(need, union)) : [];
      await keys.placeOffer(tx, { id: needId, ownerUnionId: need.unionId }, like);
      // Others who look for the like learn of it, and of its end.
      await noteNeed(tx, needDue.like, needId, { isPlaced: true });
      return noteNeed(tx, needDue.match, needId, { isPlaced: true });
    }
    if (need.state !== 'open') return;
    const best = keepBest(rankOffers(sought, await this.offers.candidates(tx, sought)));
    const fresh = await matches.keep(tx, needId, best);
    const offers = best.filter(({ id }) => fresh.includes(`${needId}/${id}`));
    await this.notices.ownersOf(tx, [{ need, offers }]);
    await this.computed(tx, need);
  }

  /** Not a new version: the need itself did not change, and an edit under way must not fail for this. */
  private async computed(tx: Transaction, need: NeedRow): Promise<void> {
    await this.stores.needs.update(tx, { ...need, matchesComputedAt: tx.now });
    this.push.hint(tx, [need.postedBy], { resource: 'need', id: need.id, version: need.version });
  }
}
