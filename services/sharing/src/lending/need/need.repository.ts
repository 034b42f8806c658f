import { Injectable } from '@nestjs/common';
import type { ListNeedsRequest } from '@gongxiang/contracts/sharing/lending/need.contract';
import {
  decodeCursor,
  parameterOf,
  reachCondition,
  rowsFor,
  subtreesOf,
  type Transaction,
} from '@gongxiang/persistence';
import { In, type SelectQueryBuilder } from 'typeorm';
import { UnionRef } from '../../reference/reference.entity.js';
import { parsePartyKey, queryTerms, runsOf } from '@gongxiang/domain';
import { NeedRow } from './need.entity.js';

/** The owner of the offers: their own, and those of the subtrees they act in. */
interface Owner {
  readonly personId: string;
  readonly within: readonly string[];
}

/** A need in a list. */
export interface ListedNeed {
  readonly row: NeedRow;
  /** The score of the asker's best offer for it, of 100; null if that was not asked for. */
  readonly bestScore: number | null;
}

/** What a need is compared by with others that look for something similar. */
export type ComparedNeed = Pick<
  NeedRow,
  | 'id'
  | 'unionId'
  | 'partyKind'
  | 'partyId'
  | 'title'
  | 'wants'
  | 'functions'
  | 'businesses'
  | 'windows'
  | 'flexible'
  | 'district'
  | 'latitude'
  | 'longitude'
>;

/** What a need is matched by. */
export type SoughtRow = ComparedNeed & Pick<NeedRow, 'text' | 'audience' | 'headcount' | 'budgetFen'>;

const comparedColumns = `id, union_id AS "unionId", party_kind AS "partyKind", party_id AS "partyId", title, wants,
  functions, businesses, windows, flexible, district, latitude, longitude`;

@Injectable()
export class NeedRepository {
  findById(tx: Transaction, id: string): Promise<NeedRow | null> {
    return tx.sql.findOneBy(NeedRow, { id });
  }

  /** The ids of open needs behind one, in their order. */
  async openAfter(tx: Transaction, after: string, limit: number): Promise<string[]> {
    const rows: { id: string }[] = await tx.sql.query(
      `SELECT id FROM need WHERE id > $1 AND state = 'open' ORDER BY id LIMIT $2`,
      [after, limit],
    );
    return rows.map(({ id }) => id);
  }

  lockById(tx: Transaction, id: string): Promise<NeedRow | null> {
    return tx.sql.findOne(NeedRow, { where: { id }, lock: { mode: 'for_no_key_update' } });
  }

  /** In id order, so that no two wait for each other. */
  lockAll(tx: Transaction, ids: readonly string[]): Promise<NeedRow[]> {
    return tx.sql.find(NeedRow, {
      where: { id: In([...ids]) },
      order: { id: 'ASC' },
      lock: { mode: 'for_no_key_update' },
    });
  }

  /** The open ones of some needs, without what nobody compares, such as their search terms: dozens are read for each need. */
  comparedNeeds(tx: Transaction, ids: readonly string[]): Promise<ComparedNeed[]> {
    return tx.sql.query(`SELECT ${comparedColumns} FROM need WHERE id = ANY($1::uuid[]) AND state = 'open'`, [
      ids,
    ]);
  }

  /**
   * Locks needs in id order, so that no two wait for each other. Of all of them, those that are open and were matched
   * before are returned.
   */
  lockStanding(tx: Transaction, ids: readonly string[]): Promise<SoughtRow[]> {
    return tx.sql.query(
      // Filtered on the state under the lock, not before it.
      `WITH locked AS MATERIALIZED (SELECT * FROM need WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE)
       SELECT ${comparedColumns}, text, audience, headcount, budget_fen AS "budgetFen" FROM locked
       WHERE state = 'open' AND matches_computed_at IS NOT NULL ORDER BY id`,
      [ids],
    );
  }

  async insert(tx: Transaction, row: NeedRow): Promise<void> {
    await tx.sql.insert(NeedRow, row);
  }

  async update(tx: Transaction, row: NeedRow): Promise<void> {
    await tx.sql.update(NeedRow, { id: row.id }, row);
  }

  /**
   * Records that they were matched. No new version: the needs themselves did not change, and a concurrent edit must
   * not fail for this. The caller holds their locks.
   */
  async recordComputed(tx: Transaction, ids: readonly string[]): Promise<void> {
    await tx.sql.query('UPDATE need SET matches_computed_at = $2 WHERE id = ANY($1)', [ids, tx.now]);
  }

  /** Newest first. */
  async list(tx: Transaction, filter: ListNeedsRequest): Promise<ListedNeed[]> {
    const query = filtered(tx, filter).orderBy('n.id', 'DESC');
    const cursor = decodeCursor(filter.cursor, 1);
    if (cursor !== null) query.andWhere('n.id < :before', { before: cursor[0] });
    const rows = await query.limit(rowsFor(filter.limit)).getMany();
    return rows.map((row) => ({ row, bestScore: null }));
  }

  /** Needs that an owner's offers answer: best score first, then newest. */
  async listFor(tx: Transaction, filter: ListNeedsRequest, owner: Owner): Promise<ListedNeed[]> {
    const query = await answeredBy(tx, filtered(tx, filter), owner);
    const cursor = decodeCursor(filter.cursor, 2);
    if (cursor !== null) {
      const [score, before] = cursor;
      query.andWhere('(best.score, n.id) < (CAST(:score AS integer), CAST(:before AS uuid))', {
        score,
        before,
      });
    }
    query.orderBy('best.score', 'DESC').addOrderBy('n.id', 'DESC').limit(rowsFor(filter.limit));
    const { entities, raw } = await query.getRawAndEntities<{ readonly bestScore: number }>();
    return entities.map((row, place) => ({ row, bestScore: raw[place]?.bestScore ?? null }));
  }

  /** The unions behind some needs, in one query. */
  async unionsOf(tx: Transaction, rows: readonly NeedRow[]): Promise<Map<string, UnionRef>> {
    const unions = await tx.sql.findBy(UnionRef, { id: In([...new Set(rows.map((row) => row.unionId))]) });
    return new Map(unions.map((union) => [union.id, union]));
  }
}

function filtered(tx: Transaction, filter: ListNeedsRequest): SelectQueryBuilder<NeedRow> {
  const query = tx.sql.createQueryBuilder(NeedRow, 'n').where('true');
  const state = filter.state ?? (filter.party === undefined ? 'open' : undefined);
  if (state !== undefined) query.andWhere('n.state = :state', { state });
  if (filter.party !== undefined) {
    const { kind, id } = parsePartyKey(filter.party);
    query.andWhere('n.partyKind = :partyKind AND n.partyId = :partyId', { partyKind: kind, partyId: id });
  }
  if (filter.function !== undefined)
    query.andWhere('n.functions @> :functions', { functions: [filter.function] });
  if (filter.business !== undefined)
    query.andWhere('n.businesses @> :businesses', { businesses: [filter.business] });
  if (filter.district !== undefined) query.andWhere('n.district = :district', { district: filter.district });
  if (filter.q !== undefined) matching(query, filter.q);
  return query;
}

function matching(query: SelectQueryBuilder<NeedRow>, words: string): void {
  query.andWhere('n.searchTerms @> :terms', { terms: queryTerms(words) });
  // Pairs alone would also match their characters apart: the index narrows, the text decides.
  runsOf(words).forEach((run, place) =>
    query.andWhere(
      `lower(normalize(n.title || ' ' || n.text || ' ' || CAST(n.wants AS text), NFKC)) LIKE :run${place}`,
      { [`run${place}`]: `%${run}%` },
    ),
  );
}

/** An offer of the owner was suggested or proposed to it, and not declined. */
async function answeredBy(
  tx: Transaction,
  query: SelectQueryBuilder<NeedRow>,
  { personId, within }: Owner,
): Promise<SelectQueryBuilder<NeedRow>> {
  const isWithin = await reachCondition(tx, subtreesOf(within), parameterOf(query));
  return query
    .innerJoin(
      `(SELECT m.need_id, max(m.score) AS score FROM need_match m WHERE m.state <> 'declined'
          AND (m.owner_person_id = :personId OR ${isWithin('m.owner_union_id')})
        GROUP BY m.need_id)`,
      'best',
      'best.need_id = n.id',
      { personId },
    )
    .addSelect('best.score', 'bestScore');
}
