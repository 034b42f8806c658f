import { Injectable } from '@nestjs/common';
import type { OfferView } from '@gongxiang/contracts/sharing/finding/offer.contract';
import {
  type TryWordsRequest,
  wordGroupContract,
  type WordTrialView,
} from '@gongxiang/contracts/sharing/finding/word-group.contract';
import { type CallContext, rootPath } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { analyserOf, thesaurusOf, tryWords } from '../../lending/words/analyser-of.js';
import { readGroup } from '../../lending/words/read-group.js';
import type { Thesaurus } from '../../lending/words/thesaurus.model.js';
import { concernedBy, removedFrom } from '../../lending/words/word-group.model.js';
import { actions } from '../actions.js';
import { OfferPages } from '../offer-search/offer-pages.js';
import { OfferRebuild } from '../offer-search/offer-rebuild.js';
import { searchOf } from '../offer-search/search.model.js';
import { WordEffectsRepository } from './word-effects.repository.js';
import { kindOfRequest } from './word-group.view.js';

/** Results that are compared, and offers that a trial reads again: the oldest ones. */
const shownMax = 10;
const readMax = 200;

/** What a search would find if a group of words were changed: the change itself, rolled back. */
@Injectable()
export class WordTrialService {
  constructor(
    private readonly transactions: Transactions,
    private readonly offers: WordEffectsRepository,
    private readonly rebuild: OfferRebuild,
    private readonly pages: OfferPages,
  ) {}

  /** @throws DomainError see {@link readGroup}; `WORD_GROUP_ABSENT` */
  @Handles(wordGroupContract.try)
  async try(request: TryWordsRequest, call: CallContext): Promise<WordTrialView> {
    const { thesaurus, now } = await this.transactions.read(call, async (tx) => {
      tx.authorise(actions.changeWords, { paths: [rootPath], visible: true });
      return { thesaurus: await thesaurusOf(tx), now: await this.found(tx, request.query) };
    });
    const changed = changedBy(request, thesaurus);
    const { word } = changed;
    const then = await this.transactions.dryRun(call, async (tx) => {
      await tryWords(tx, changed.thesaurus);
      const concerned = concernedBy(word, thesaurus.get(word), changed.thesaurus.get(word));
      const page = { after: '00000000-0000-0000-0000-000000000000', limit: readMax };
      await this.rebuild.these(tx, await this.offers.concerned(tx, concerned, page));
      return this.found(tx, request.query);
    });
    return { now, then };
  }

  private async found(tx: Transaction, query: string): Promise<OfferView[]> {
    const analyser = await analyserOf(tx);
    const request = { q: query, limit: shownMax };
    const search = searchOf(request, analyser.saidIn(query));
    const nobody = () => Promise.resolve(null);
    return (await this.pages.page(tx, request, { search, unionId: null, borrower: nobody })).items;
  }
}

function changedBy(
  { isRemoved, ...request }: TryWordsRequest,
  now: Thesaurus,
): { readonly word: string; readonly thesaurus: Thesaurus } {
  const group = readGroup({ ...request, kind: kindOfRequest(request.kind) }, now);
  const changed = new Map(now);
  if (isRemoved) changed.delete(removedFrom(now, group.word).word);
  else changed.set(group.word, group);
  return { word: group.word, thesaurus: changed };
}
