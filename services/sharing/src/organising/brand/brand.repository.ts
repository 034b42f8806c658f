import { Injectable } from '@nestjs/common';
import type { ListBrandsRequest } from '@gongxiang/contracts/sharing/organising/brand.contract';
import {
  decodeCursor,
  parameterOf,
  reachCondition,
  rowsFor,
  subtreesOf,
  type Transaction,
} from '@gongxiang/persistence';
import { In, type SelectQueryBuilder } from 'typeorm';
import { queryTerms, runsOf } from '@gongxiang/domain';
import { BrandRow, BrandTemplateRow } from './brand.entity.js';
import type { BrandTemplate } from './template.js';

@Injectable()
export class BrandRepository {
  findById(tx: Transaction, id: string): Promise<BrandRow | null> {
    return tx.sql.findOneBy(BrandRow, { id });
  }

  /** Every change of a brand, and the numbering of editions, takes this lock. */
  lockById(tx: Transaction, id: string): Promise<BrandRow | null> {
    return tx.sql.findOne(BrandRow, { where: { id }, lock: { mode: 'for_no_key_update' } });
  }

  async insert(tx: Transaction, row: BrandRow): Promise<void> {
    await tx.sql.insert(BrandRow, row);
  }

  async update(tx: Transaction, row: BrandRow): Promise<void> {
    await tx.sql.update(BrandRow, { id: row.id }, row);
  }

  findTemplate(tx: Transaction, brandId: string, version: number): Promise<BrandTemplateRow | null> {
    return tx.sql.findOneBy(BrandTemplateRow, { brandId, version });
  }

  /** Brands with their latest templates. */
  async withTemplates(
    tx: Transaction,
    ids: readonly string[],
  ): Promise<{ brand: BrandRow; template: BrandTemplate }[]> {
    const brands = await tx.sql.findBy(BrandRow, { id: In([...ids]) });
    const latest = brands.map(({ id, templateVersion }) => ({ brandId: id, version: templateVersion }));
    const rows = latest.length === 0 ? [] : await tx.sql.findBy(BrandTemplateRow, latest);
    const templates = new Map(rows.map(({ brandId, template }) => [brandId, template]));
    return brands.flatMap((brand) => {
      const template = templates.get(brand.id);
      return template === undefined ? [] : [{ brand, template }];
    });
  }

  async addTemplate(tx: Transaction, row: BrandTemplateRow): Promise<void> {
    await tx.sql.insert(BrandTemplateRow, row);
  }

  /**
   * Newest first, or those with the most editions.
   * @param founders the subtrees whose brands are listed, in any state; null for all published ones
   */
  async list(
    tx: Transaction,
    filter: ListBrandsRequest,
    founders: readonly string[] | null,
  ): Promise<BrandRow[]> {
    const query = tx.sql.createQueryBuilder(BrandRow, 'b');
    if (founders === null) query.where(`b.state = 'published'`);
    else
      query.where((await reachCondition(tx, subtreesOf(founders), parameterOf(query)))('b.founder_union_id'));
    for (const field of ['function', 'business', 'kind'] as const)
      if (filter[field] !== undefined) query.andWhere(`b.${field} = :${field}`, { [field]: filter[field] });
    if (filter.q !== undefined) matching(query, filter.q);
    if (filter.sort === 'editions') byEditions(query, filter.cursor);
    else byAge(query, filter.cursor);
    return query.limit(rowsFor(filter.limit)).getMany();
  }
}

function matching(query: SelectQueryBuilder<BrandRow>, words: string): void {
  query.andWhere('b.searchTerms @> :terms', { terms: queryTerms(words) });
  // Pairs alone would also match their characters apart: the index narrows, the text decides.
  runsOf(words).forEach((run, place) =>
    query.andWhere(`lower(normalize(b.name || ' ' || b.story, NFKC)) LIKE :run${place}`, {
      [`run${place}`]: `%${run}%`,
    }),
  );
}

function byAge(query: SelectQueryBuilder<BrandRow>, cursor: string | undefined): void {
  query.orderBy('b.id', 'DESC');
  const before = decodeCursor(cursor, 1);
  if (before !== null) query.andWhere('b.id < :before', { before: before[0] });
}

function byEditions(query: SelectQueryBuilder<BrandRow>, cursor: string | undefined): void {
  query.orderBy('b.editions', 'DESC').addOrderBy('b.id', 'DESC');
  const before = decodeCursor(cursor, 2);
  if (before !== null)
    query.andWhere('(b.editions, b.id) < (CAST(:editions AS integer), CAST(:before AS uuid))', {
      editions: before[0],
      before: before[1],
    });
}
