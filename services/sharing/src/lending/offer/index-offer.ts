import type { Transaction } from '@gongxiang/persistence';
import { indexTerms } from '@gongxiang/domain';
import { OfferRow } from './offer.entity.js';
import { pinyinOf } from '@gongxiang/persistence';
import { analyserOf } from '../words/analyser-of.js';
import { plainText } from '../words/plain-text.js';

/** A searchable item, without derived fields. */
type Findable = Omit<OfferRow, 'heading' | 'body' | 'terms' | 'pinyin' | 'meanings'> & {
  readonly description: string;
};

/** Indexes an item as it is now, within this transaction. The caller has locked its own row. */
export async function indexOffer(tx: Transaction, { description, ...findable }: Findable): Promise<void> {
  const analyser = await analyserOf(tx);
  const text = `${findable.title} ${description}`;
  const row: OfferRow = {
    ...findable,
    heading: plainText(findable.title),
    body: plainText(text),
    terms: indexTerms(plainText(text)),
    pinyin: pinyinOf(findable.title),
    meanings: analyser.meaningsOf(findable.title, description),
  };
  await tx.sql.upsert(OfferRow, row, ['id']);
}

/** Removes an item from the index. */
export async function dropOffer(tx: Transaction, id: string): Promise<void> {
  await tx.sql.delete(OfferRow, { id });
}
