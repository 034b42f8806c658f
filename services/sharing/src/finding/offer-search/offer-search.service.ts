import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type ListOffersRequest,
  offerContract,
  type OfferView,
} from '@gongxiang/contracts/sharing/finding/offer.contract';
import type { CallContext } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import type { Borrower } from '../../lending/resource/right.model.js';
import type { Said } from '../../lending/words/analyser.js';
import { nothingWanted } from '../../lending/words/wanted.model.js';
import { analyserOf } from '../../lending/words/analyser-of.js';
import { OfferPages } from './offer-pages.js';
import { searchOf } from './search.model.js';

/** One search over everything that can be shared: what is on offer to everybody, and nothing else. */
@Injectable()
export class OfferSearchService {
  constructor(
    private readonly transactions: Transactions,
    private readonly references: ReferenceRepository,
    private readonly pages: OfferPages,
  ) {}

  @Handles(offerContract.list)
  list(request: ListOffersRequest, call: CallContext): Promise<Page<OfferView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeOffers, {});
      const search = searchOf(request, await saidBy(tx, request));
      const unionId = unionOf(tx);
      if (request.forMe === true && unionId === null) return { items: [], nextCursor: null };
      const borrower = () => tx.once('borrower', () => this.borrower(tx, unionId));
      return this.pages.page(tx, request, { search, unionId, borrower });
    });
  }

  private async borrower(tx: Transaction, unionId: string | null): Promise<Borrower | null> {
    if (unionId === null) return null;
    const { id, path, sizeClass, longitude, latitude } = await this.references.union(tx, unionId);
    return { unionId: id, path, sizeClass, longitude, latitude };
  }
}

/** Without words there is nothing to read, nor to look up how. */
async function saidBy(tx: Transaction, { q }: ListOffersRequest): Promise<Said> {
  return q === undefined ? { words: [], wanted: nothingWanted } : (await analyserOf(tx)).saidIn(q);
}

/** The reader’s own union; for a reader without membership, that of their first role. */
function unionOf({ call: { actor } }: Transaction): string | null {
  return actor?.unionId ?? actor?.roles[0]?.unionId ?? null;
}
