import type { Transaction } from '@gongxiang/persistence';
import { LRUCache } from 'lru-cache';
import { Analyser, shippedAnalyser } from './analyser.js';
import type { Thesaurus } from './thesaurus.model.js';
import { thesaurusWith } from './word-group.model.js';
import { lastWordGroupChange, presentWordGroupChanges } from './word-group.repository.js';

/** Building one takes some 20 ms; the one before may still be in use. */
const analysers = new LRUCache<number, Analyser>({ max: 2 });
const key = 'analyser';

/**
 * The analyser by the words as they are now. The number of the last change is read at the start of each use, rather
 * than told by an event: so a search by any replica knows a change that was committed before it, and what is indexed
 * in a transaction is read by the words that this transaction sees.
 */
export function analyserOf(tx: Transaction): Promise<Analyser> {
  return tx.once(key, async () => {
    const number = await lastWordGroupChange(tx);
    if (number === 0) return shippedAnalyser;
    const known = analysers.get(number);
    if (known !== undefined) return known;
    const analyser = new Analyser(await thesaurusOf(tx));
    analysers.set(number, analyser);
    return analyser;
  });
}

/** Within this transaction, everything is read by other words. Before anything else is. */
export async function tryWords(tx: Transaction, thesaurus: Thesaurus): Promise<void> {
  await tx.once(key, () => Promise.resolve(new Analyser(thesaurus)));
}

export async function thesaurusOf(tx: Transaction): Promise<Thesaurus> {
  return thesaurusWith(await presentWordGroupChanges(tx));
}
