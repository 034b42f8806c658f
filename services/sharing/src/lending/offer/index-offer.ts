import type { Transaction } from '@gongxiang/persistence';
import { indexTerms } from './search-terms.model.js';
import { OfferRow } from './offer.entity.js';
import { pinyinOf } from './pinyin.js';

/** What is to be found, without what follows from it. */
export type Findable = Omit<OfferRow, 'heading' | 'body' | 'terms' | 'pinyin'> & {
  readonly description: string;
};

/** Has something be found as it is now, from this transaction on. Its own row is locked by the caller. */
export async function indexOffer(tx: Transaction, { description, ...findable }: Findable): Promise<void> {
  const text = `${findable.title} ${description}`;
  const row: OfferRow = {
    ...findable,
    heading: comparable(findable.title),
    body: comparable(text),
    terms: indexTerms(text),
    pinyin: pinyinOf(findable.title),
  };
  await tx.sql.upsert(OfferRow, row, ['id']);
}

/** As the words of a question are written, see `runsOf`. */
function comparable(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** It cannot be had any more. */
export async function dropOffer(tx: Transaction, id: string): Promise<void> {
  await tx.sql.delete(OfferRow, { id });
}
