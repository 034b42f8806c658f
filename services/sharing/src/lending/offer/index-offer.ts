import type { Transaction } from '@gongxiang/persistence';
import { indexTerms } from '@gongxiang/domain';
import { OfferRow } from './offer.entity.js';
import { pinyinOf } from '@gongxiang/persistence';
import { analyserOf } from '../words/analyser-of.js';
import type { Analyser } from '../words/analyser.js';
import { plainText } from '../words/plain-text.js';
import { sortTerm, thingKindOf } from '../words/want-kind.model.js';

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
    meanings: [...analyser.meaningsOf(findable.title, description), ...sortTerms(findable, analyser)],
  };
  await tx.sql.upsert(OfferRow, row, ['id']);
}

/** What sort of thing a resource is, for the filter of the search; activities and brands have sorts of their own. */
function sortTerms(
  { kind, title, function: use, capacity }: Omit<Findable, 'description'>,
  analyser: Analyser,
): string[] {
  if (kind !== 'resource') return [];
  return [sortTerm(thingKindOf({ function: use, named: analyser.kindOf(title), capacity }))];
}

/** Removes an item from the index. */
export async function dropOffer(tx: Transaction, id: string): Promise<void> {
  await tx.sql.delete(OfferRow, { id });
}
