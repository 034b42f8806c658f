import { Injectable } from '@nestjs/common';
import type { MatchKind } from '@gongxiang/contracts/sharing/finding/match.contract';
import type { Transaction } from '@gongxiang/persistence';
import { MatchRepository, type NeedAndOffer } from '../../lending/need/match.repository.js';
import type { SoughtRow } from '../../lending/need/need.repository.js';
import { type NeedWork, needDue, scheduleNeeds } from '../../lending/need/need.due.js';
import type { RankedOffer } from '../../lending/need/want.model.js';
import { byRank, storedMax } from './match-score.model.js';
import { MatchNotices } from './match-notices.js';

/** The score of an offer for a need that has been matched; null if it does not fit. */
interface Scored extends NeedAndOffer {
  readonly need: Pick<SoughtRow, 'id' | 'title' | 'partyKind'>;
  readonly ranked: RankedOffer | null;
}

interface Won extends Scored {
  readonly ranked: RankedOffer;
}

/** The lists of matched needs, as offers are added, changed and removed. */
@Injectable()
export class MatchLists {
  constructor(
    private readonly matches: MatchRepository,
    private readonly notices: MatchNotices,
  ) {}

  /**
   * Updates offers of a kind in the lists of needs, and notifies owners of new entries. The caller holds the locks of
   * the needs.
   */
  async write(tx: Transaction, kind: MatchKind, scored: readonly Scored[]): Promise<void> {
    const ids = [...new Set(scored.map(({ needId }) => needId))];
    const before = new Map((await this.matches.lengths(tx, ids, kind)).map((one) => [one.needId, one]));
    const isFull = (needId: string): boolean => (before.get(needId)?.count ?? 0) >= storedMax[kind];
    const wins = (one: Scored): one is Won =>
      one.ranked !== null &&
      (!isFull(one.needId) || one.ranked.score > (before.get(one.needId)?.lowest ?? 0));
    const gone = await this.matches.drop(
      tx,
      kind,
      scored.filter((one) => !wins(one)),
    );
    // If it left a full list, another one may now be the last of it.
    await scheduleNeeds(tx, gone.filter(isFull).map(toLookAgain));
    const won = scored.filter(wins);
    const fresh = await this.matches.put(
      tx,
      won.map(({ needId, ranked }) => ({ ...ranked, needId })),
    );
    if (fresh.size === 0) return;
    const longer = [...new Set(won.map(({ needId }) => needId))];
    const trimmed = await this.matches.trim(tx, longer, { kind, max: storedMax[kind] });
    const isNew = (pair: string): boolean => fresh.has(pair) && !trimmed.has(pair);
    await this.publish(
      tx,
      won.filter(({ needId, offerId }) => isNew(`${needId}/${offerId}`)),
    );
  }

  private async publish(tx: Transaction, matches: readonly Won[]): Promise<void> {
    const needs = new Map(matches.map(({ need }) => [need.id, need]));
    const found = [...needs.values()].map((need) => ({
      need,
      offers: matches
        .filter(({ needId }) => needId === need.id)
        .map(({ ranked }) => ranked)
        .sort(byRank),
    }));
    await this.notices.ownersOf(tx, found);
  }
}

function toLookAgain(needId: string): NeedWork {
  return { kind: needDue.match, needId, step: { isPlaced: true } };
}
