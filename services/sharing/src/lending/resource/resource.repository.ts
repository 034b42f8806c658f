import { Injectable } from '@nestjs/common';
import type { ResourceFunction, UnionBusiness } from '@gongxiang/contracts/sharing/sharing-events';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { In } from 'typeorm';
import { ResourceRow } from './resource.entity.js';
import { ResourceTurns } from './resource-turns.js';
import { queryTerms, runsOf } from '@gongxiang/domain';

interface ResourceFilter {
  readonly q?: string;
  readonly function?: ResourceFunction;
  readonly business?: UnionBusiness;
  readonly partOf?: string;
  readonly cursor?: string;
  readonly limit?: number;
}

/**
 * The fields for matching: a need reads more than a hundred of these, which as entities take longer than the rest.
 */
export type OfferedResource = Pick<
  ResourceRow,
  | ('id' | 'ownerKind' | 'ownerId' | 'ownerUnionId' | 'title' | 'description' | 'function' | 'businesses')
  | ('district' | 'latitude' | 'longitude' | 'capacity' | 'quantity' | 'lending' | 'partOfId')
>;

/** Words are searched among so many of the newest of a function before the index is used. */
const newestMax = 200;

/** A search by words, for several unions. */
export interface NamedResource {
  readonly function: ResourceFunction;
  readonly words: string;
  /** Each is to find those of others. */
  readonly unionIds: readonly string[];
}

@Injectable()
export class ResourceRepository {
  constructor(private readonly turns: ResourceTurns) {}

  findById(tx: Transaction, id: string): Promise<ResourceRow | null> {
    return tx.sql.findOneBy(ResourceRow, { id });
  }

  lockById(tx: Transaction, id: string): Promise<ResourceRow | null> {
    tx.takeTurn(this.turns.at(id));
    return tx.sql.findOne(ResourceRow, { where: { id }, lock: { mode: 'for_no_key_update' } });
  }

  /** Sends for the same lock and for the reads under it at once: see {@link Transaction.ahead}. */
  underLock<T>(tx: Transaction, id: string, reads: () => Promise<T>): Promise<T> {
    tx.takeTurn(this.turns.at(id));
    return tx.ahead('SELECT FROM resource WHERE id = $1 FOR NO KEY UPDATE', [id], reads);
  }

  /** The parts of a whole, locked. A part is younger than its whole, so whole before parts is id order. */
  lockParts(tx: Transaction, wholeId: string): Promise<ResourceRow[]> {
    return tx.sql.find(ResourceRow, {
      where: { partOfId: wholeId },
      order: { id: 'ASC' },
      lock: { mode: 'for_no_key_update' },
    });
  }

  /** Some resources with the parts of each, locked in id order. */
  lockWithParts(tx: Transaction, ids: readonly string[]): Promise<ResourceRow[]> {
    return tx.sql.find(ResourceRow, {
      where: [{ id: In([...ids]) }, { partOfId: In([...ids]) }],
      order: { id: 'ASC' },
      lock: { mode: 'for_no_key_update' },
    });
  }

  findAll(tx: Transaction, ids: readonly string[]): Promise<ResourceRow[]> {
    return tx.sql.findBy(ResourceRow, { id: In([...ids]) });
  }

  async insert(tx: Transaction, row: ResourceRow): Promise<void> {
    await tx.sql.insert(ResourceRow, row);
  }

  async update(tx: Transaction, row: ResourceRow): Promise<void> {
    await tx.sql.update(ResourceRow, { id: row.id }, row);
  }

  /** The lendable resources, newest first. */
  list(tx: Transaction, filter: ResourceFilter): Promise<ResourceRow[]> {
    const query = tx.sql.createQueryBuilder(ResourceRow, 'r').where('r.active').orderBy('r.id', 'DESC');
    if (filter.function !== undefined)
      query.andWhere('r.function = :function', { function: filter.function });
    if (filter.business !== undefined)
      query.andWhere('r.businesses @> :businesses', { businesses: [filter.business] });
    if (filter.partOf !== undefined) query.andWhere('r.partOfId = :partOf', { partOf: filter.partOf });
    if (filter.q !== undefined) {
      query.andWhere('r.searchTerms @> :terms', { terms: queryTerms(filter.q) });
      // Pairs alone would also match their characters apart: the index narrows, the text decides.
      runsOf(filter.q).forEach((run, place) =>
        query.andWhere(`lower(normalize(r.title || ' ' || r.description, NFKC)) LIKE :run${place}`, {
          [`run${place}`]: `%${run}%`,
        }),
      );
    }
    const cursor = decodeCursor(filter.cursor, 1);
    if (cursor !== null) query.andWhere('r.id < :before', { before: cursor[0] });
    return query.limit(rowsFor(filter.limit)).getMany();
  }

  /** The active ones of some resources. */
  offered(tx: Transaction, ids: readonly string[]): Promise<OfferedResource[]> {
    return tx.sql.query(
      `SELECT id, owner_kind AS "ownerKind", owner_id AS "ownerId", owner_union_id AS "ownerUnionId", title, description,
              function, businesses, district, latitude, longitude, capacity, quantity, lending, part_of_id AS "partOfId"
       FROM resource WHERE id = ANY($1::uuid[]) AND active`,
      [ids],
    );
  }

  /**
   * Resources of a function that contain some words, newest first, for each of some unions without its own. Common words
   * are found among the newest: reading all their index entries would take longer the more there are.
   * @returns by union, at most `max` each
   */
  async named(
    tx: Transaction,
    { function: ofFunction, words, unionIds }: NamedResource,
    max: number,
  ): Promise<Map<string, string[]>> {
    const rows: { unionId: string; id: string }[] = await tx.sql.query(
      `WITH newest AS MATERIALIZED (
         SELECT id, search_terms, owner_union_id FROM resource WHERE active AND function = $1 ORDER BY id DESC LIMIT $5
       ), fitting AS MATERIALIZED (SELECT id, owner_union_id FROM newest WHERE search_terms @> $2)
       SELECT u.id AS "unionId", named.id FROM unnest($3::uuid[]) AS u(id) CROSS JOIN LATERAL (
         SELECT id FROM (
           SELECT id FROM fitting WHERE owner_union_id <> u.id
           UNION ALL
           (SELECT id FROM resource
            WHERE (SELECT count(*) FROM fitting WHERE owner_union_id <> u.id) < $4
              AND id < (SELECT id FROM newest ORDER BY id LIMIT 1) AND active AND function = $1
              AND search_terms @> $2 AND owner_union_id <> u.id
            ORDER BY id DESC LIMIT $4)) AS fits
         ORDER BY id DESC LIMIT $4) AS named`,
      [ofFunction, queryTerms(words), unionIds, max, newestMax],
    );
    const found = new Map<string, string[]>(unionIds.map((id) => [id, []]));
    for (const { unionId, id } of rows) found.get(unionId)?.push(id);
    return found;
  }
}

/** These resources with all that share their time: their wholes, their parts, and the kits around them. */
export function sharingTime(
  tx: Transaction,
  resourceIds: readonly string[],
): Promise<{ readonly id: string }[]> {
  return tx.sql.query(
    `WITH itself AS (
       SELECT id FROM resource WHERE id = ANY($1)
       UNION SELECT id FROM resource WHERE part_of_id = ANY($1)
       UNION SELECT part_of_id FROM resource WHERE id = ANY($1) AND part_of_id IS NOT NULL
       UNION SELECT resource_id FROM kit_content WHERE kit_id = ANY($1)
     )
     SELECT id FROM itself UNION SELECT kit_id FROM kit_content WHERE resource_id IN (SELECT id FROM itself)`,
    [resourceIds],
  );
}
