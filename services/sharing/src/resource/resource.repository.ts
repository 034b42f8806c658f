import { Injectable } from '@nestjs/common';
import type { ResourceFunction, UnionBusiness } from '@gongxiang/contracts';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { In } from 'typeorm';
import { ResourceRow } from './resource.entity.js';
import { queryTerms, runsOf } from './search-terms.model.js';

export interface ResourceFilter {
  readonly q?: string;
  readonly function?: ResourceFunction;
  readonly business?: UnionBusiness;
  readonly cursor?: string;
  readonly limit?: number;
}

@Injectable()
export class ResourceRepository {
  findById(tx: Transaction, id: string): Promise<ResourceRow | null> {
    return tx.sql.findOneBy(ResourceRow, { id });
  }

  lockById(tx: Transaction, id: string): Promise<ResourceRow | null> {
    return tx.sql.findOne(ResourceRow, { where: { id }, lock: { mode: 'for_no_key_update' } });
  }

  /** The parts of a whole, locked. A part is younger than its whole, so whole before parts is the order of ids. */
  lockParts(tx: Transaction, wholeId: string): Promise<ResourceRow[]> {
    return tx.sql.find(ResourceRow, {
      where: { partOfId: wholeId },
      order: { id: 'ASC' },
      lock: { mode: 'for_no_key_update' },
    });
  }

  /** Some resources with the parts of each, locked in the order of their ids. */
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

  /** The resources that are lent, newest first. */
  list(tx: Transaction, filter: ResourceFilter): Promise<ResourceRow[]> {
    const query = tx.sql.createQueryBuilder(ResourceRow, 'r').where('r.active').orderBy('r.id', 'DESC');
    if (filter.function !== undefined)
      query.andWhere('r.function = :function', { function: filter.function });
    if (filter.business !== undefined)
      query.andWhere('r.businesses @> :businesses', { businesses: [filter.business] });
    if (filter.q !== undefined) {
      query.andWhere('r.searchTerms @> :terms', { terms: queryTerms(filter.q) });
      // Pairs alone would also find their characters apart: the index narrows, the text decides.
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

  /**
   * Who might answer a need: of one function, first those of the need's district, then the newest, each served by an
   * index and bounded. What belongs to the seeking union itself is no offer.
   */
  async candidates(
    tx: Transaction,
    sought: {
      readonly function: ResourceFunction;
      readonly district: string | null;
      readonly notOfUnion: string;
    },
    max: number,
  ): Promise<ResourceRow[]> {
    const query = () =>
      tx.sql
        .createQueryBuilder(ResourceRow, 'r')
        .where('r.active')
        .andWhere('r.function = :function', { function: sought.function })
        .andWhere('r.ownerUnionId <> :union', { union: sought.notOfUnion })
        .orderBy('r.id', 'DESC');
    const near =
      sought.district === null
        ? []
        : await query()
            .andWhere('r.district = :district', { district: sought.district })
            .limit(Math.ceil(max / 2))
            .getMany();
    const newest = await query().limit(max).getMany();
    const rows = new Map([...near, ...newest].map((row) => [row.id, row]));
    return [...rows.values()].slice(0, max);
  }
}
