import { Injectable } from '@nestjs/common';
import { queryTerms } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import type { IndexedOffer } from '../offer-search/offer-rebuild.js';
import type { Concerned } from '../../lending/words/word-group.model.js';

@Injectable()
export class WordEffectsRepository {
  /** Offers with any of the words or meanings, in the order of their ids. Pairs of characters narrow, the text decides. */
  concerned(
    tx: Transaction,
    { words, meanings }: Concerned,
    { after, limit }: { readonly after: string; readonly limit: number },
  ): Promise<IndexedOffer[]> {
    const params: unknown[] = [after, limit, meanings];
    const bind = (value: unknown): string => `$${params.push(value)}`;
    const said = words.map(
      (word) => `(o.terms @> ${bind(queryTerms(word))}::text[] AND o.body LIKE ${bind(`%${word}%`)})`,
    );
    return tx.sql.query(
      `SELECT o.id, o.kind FROM offer o
       WHERE o.id > $1 AND (o.meanings && $3::text[] OR ${said.join(' OR ')})
       ORDER BY o.id LIMIT $2`,
      params,
    );
  }
}
