import type { Transaction } from '@gongxiang/persistence';
import { indexTerms } from '@gongxiang/domain';
import { OfferRow } from './offer.entity.js';
import { pinyinOf } from '@gongxiang/persistence';

/** A searchable item, without derived fields. */
type Findable = Omit<OfferRow, 'heading' | 'body' | 'terms' | 'pinyin'> & {
  readonly description: string;
};

/** Indexes an item as it is now, within this transaction. The caller has locked its own row. */
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

/** In the form of query words, see `runsOf`. */
function comparable(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** Removes an item from the index. */
export async function dropOffer(tx: Transaction, id: string): Promise<void> {
  await tx.sql.delete(OfferRow, { id });
}
