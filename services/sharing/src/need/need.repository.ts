import { Injectable } from '@nestjs/common';
import type { ListNeedsRequest } from '@gongxiang/contracts';
import { beyondSubtree } from '@gongxiang/domain';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { In, type SelectQueryBuilder } from 'typeorm';
import { UnionRef } from '../reference/reference.entity.js';
import { queryTerms, runsOf } from '../resource/search-terms.model.js';
import { NeedRow } from './need.entity.js';

/** Whose offers are asked for: his own, and those of the subtrees in which he acts. */
export interface Owner {
  readonly personId: string;
  readonly within: readonly string[];
}

@Injectable()
export class NeedRepository {
  findById(tx: Transaction, id: string): Promise<NeedRow | null> {
    return tx.sql.findOneBy(NeedRow, { id });
  }

  findByIds(tx: Transaction, ids: readonly string[]): Promise<NeedRow[]> {
    return tx.sql.findBy(NeedRow, { id: In([...ids]) });
  }

  lockById(tx: Transaction, id: string): Promise<NeedRow | null> {
    return tx.sql.findOne(NeedRow, { where: { id }, lock: { mode: 'for_no_key_update' } });
  }

  /** In the order of their ids, so that no two wait for each other. */
  lockAll(tx: Transaction, ids: readonly string[]): Promise<NeedRow[]> {
    return tx.sql.find(NeedRow, {
      where: { id: In([...ids]) },
      order: { id: 'ASC' },
      lock: { mode: 'for_no_key_update' },
    });
  }

  async insert(tx: Transaction, row: NeedRow): Promise<void> {
    await tx.sql.insert(NeedRow, row);
  }

  async update(tx: Transaction, row: NeedRow): Promise<void> {
    await tx.sql.update(NeedRow, { id: row.id }, row);
  }

  /** Newest first. @param owner of what is to answer them; null for all */
  list(tx: Transaction, filter: ListNeedsRequest, owner: Owner | null): Promise<NeedRow[]> {
    const query = tx.sql
      .createQueryBuilder(NeedRow, 'n')
      .where('n.state = :state', { state: filter.state ?? 'open' })
      .orderBy('n.id', 'DESC');
    if (filter.function !== undefined)
      query.andWhere('n.functions @> :functions', { functions: [filter.function] });
    if (filter.business !== undefined)
      query.andWhere('n.businesses @> :businesses', { businesses: [filter.business] });
    if (filter.district !== undefined)
      query.andWhere('n.district = :district', { district: filter.district });
    if (filter.q !== undefined) matching(query, filter.q);
    if (owner !== null) answeredBy(query, owner);
    const cursor = decodeCursor(filter.cursor, 1);
    if (cursor !== null) query.andWhere('n.id < :before', { before: cursor[0] });
    return query.limit(rowsFor(filter.limit)).getMany();
  }

  /** The unions behind some needs, in one query. */
  async unionsOf(tx: Transaction, rows: readonly NeedRow[]): Promise<Map<string, UnionRef>> {
    const unions = await tx.sql.findBy(UnionRef, { id: In([...new Set(rows.map((row) => row.unionId))]) });
    return new Map(unions.map((union) => [union.id, union]));
  }
}

function matching(query: SelectQueryBuilder<NeedRow>, words: string): void {
  query.andWhere('n.searchTerms @> :terms', { terms: queryTerms(words) });
  // Pairs alone would also find their characters apart: the index narrows, the text decides.
  runsOf(words).forEach((run, place) =>
    query.andWhere(
      `lower(normalize(n.title || ' ' || n.text || ' ' || CAST(n.wants AS text), NFKC)) LIKE :run${place}`,
      { [`run${place}`]: `%${run}%` },
    ),
  );
}

/** Something that he keeps was suggested or proposed to it, and not declined. */
function answeredBy(query: SelectQueryBuilder<NeedRow>, { personId, within }: Owner): void {
  query.andWhere(
    `n.id IN (SELECT m.need_id FROM need_match m WHERE m.state <> 'declined' AND (m.owner_person_id = :personId
       OR m.owner_union_id IN (SELECT u.id FROM unnest(CAST(:starts AS text[]), CAST(:ends AS text[])) AS r(start, beyond)
         JOIN union_ref u ON u.path >= r.start AND u.path < r.beyond)))`,
    { personId, starts: within, ends: within.map(beyondSubtree) },
  );
}
