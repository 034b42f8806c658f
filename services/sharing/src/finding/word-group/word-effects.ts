import { Injectable } from '@nestjs/common';
import { OnDue, schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { type IndexedOffer, OfferRebuild } from '../offer-search/offer-rebuild.js';
import { needDue, scheduleNeeds } from '../../lending/need/need.due.js';
import { NeedRepository } from '../../lending/need/need.repository.js';
import { shippedMeanings } from '../../lending/words/thesaurus.model.js';
import { concernedBy } from '../../lending/words/word-group.model.js';
import { wordGroupChangeNumbered, wordGroupChangesOf } from '../../lending/words/word-group.repository.js';
import { WordEffectsRepository } from './word-effects.repository.js';

/** Due work: read the offers again that a change of words concerns, and then match the open needs again. */
const readAgainDue = 'words-read-again';
const matchAgainDue = 'words-match-again';
/** Offers that were being read by the earlier words when the change was committed are stored by then. */
const afterMs = 5_000;
const perPage = 200;
const firstId = '00000000-0000-0000-0000-000000000000';

interface Step {
  readonly after?: string;
}

/**
 * What a change of words means for what is stored, a page at a time. Until its turn, an offer is found by what it meant
 * before, and by the words themselves.
 */
@Injectable()
export class WordEffects {
  constructor(
    private readonly rebuild: OfferRebuild,
    private readonly offers: WordEffectsRepository,
    private readonly needs: NeedRepository,
  ) {}

  async begin(tx: Transaction, number: number): Promise<void> {
    const at = new Date(tx.now.getTime() + afterMs);
    await schedule(tx, { kind: readAgainDue, key: `${number}`, at });
  }

  @OnDue(readAgainDue)
  async readAgain(tx: Transaction, key: string, payload: unknown): Promise<void> {
    const { after = firstId } = (payload ?? {}) as Step;
    const page = await this.page(tx, Number(key), after);
    await this.rebuild.these(tx, page);
    const last = page.length < perPage ? undefined : page.at(-1)?.id;
    const kind = last === undefined ? matchAgainDue : readAgainDue;
    await schedule(tx, { kind, key, at: tx.now, payload: last === undefined ? {} : { after: last } });
  }

  @OnDue(matchAgainDue)
  async matchAgain(tx: Transaction, key: string, payload: unknown): Promise<void> {
    const { after = firstId } = (payload ?? {}) as Step;
    const ids = await this.needs.openAfter(tx, after, perPage);
    await scheduleNeeds(
      tx,
      ids.map((needId) => ({ kind: needDue.match, needId, step: { isPlaced: true } })),
    );
    const last = ids.length < perPage ? undefined : ids.at(-1);
    if (last !== undefined)
      await schedule(tx, { kind: matchAgainDue, key, at: tx.now, payload: { after: last } });
  }

  /** The offers that say any word of the group, as it was before the change or is after it. */
  private async page(tx: Transaction, number: number, after: string): Promise<IndexedOffer[]> {
    const change = await wordGroupChangeNumbered(tx, number);
    if (change === null) return [];
    const { word, version } = change;
    const changes = await wordGroupChangesOf(tx, word);
    const before = changes.find((one) => one.version === version - 1) ?? shippedMeanings.get(word);
    const now = change.step === 'asShipped' ? shippedMeanings.get(word) : change;
    return this.offers.concerned(tx, concernedBy(word, before, now), { after, limit: perPage });
  }
}
