import { Injectable } from '@nestjs/common';
import type { BenefitCategory, BenefitState } from '@gongxiang/contracts/affairs/listings/benefit.contract';
import { shanghaiDate } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { withUnions, type WithUnion } from '../../reference/with-unions.js';
import { ofUnions, type PageFilter, shownTo } from '../listed/listed.repository.js';
import { BenefitRow } from './benefit.entity.js';

/** A benefit with the union that has agreed on it. */
export type BenefitRecord = WithUnion<BenefitRow>;

interface BenefitFilter extends PageFilter {
  readonly category?: BenefitCategory;
}

@Injectable()
export class BenefitRepository {
  async find(tx: Transaction, id: string): Promise<BenefitRecord | null> {
    const row = await tx.sql.findOne(BenefitRow, { where: { id } });
    const [record] = row === null ? [] : await withUnions(tx, [row]);
    return record ?? null;
  }

  lock(tx: Transaction, id: string): Promise<BenefitRow | null> {
    return tx.sql.findOne(BenefitRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async insert(tx: Transaction, row: BenefitRow): Promise<void> {
    await tx.sql.insert(BenefitRow, row);
  }

  async update(tx: Transaction, row: BenefitRow): Promise<void> {
    await tx.sql.update(BenefitRow, { id: row.id }, row);
  }

  /** What is shown to some audiences, the latest published first. */
  shownTo(tx: Transaction, keys: readonly string[], filter: BenefitFilter): Promise<BenefitRecord[]> {
    return shownTo(tx, listingBy(filter), { ...filter, keys, today: shanghaiDate(tx.now) });
  }

  /** Those of the unions in some subtrees, newest first. */
  ofUnions(
    tx: Transaction,
    filter: BenefitFilter & { readonly paths: readonly string[]; readonly state: BenefitState },
  ): Promise<BenefitRecord[]> {
    return ofUnions(tx, listingBy(filter), filter);
  }
}

function listingBy({ category }: BenefitFilter) {
  const conditions = (bind: (value: unknown) => string): string[] =>
    category === undefined ? [] : [`l.category = ${bind(category)}`];
  return { row: BenefitRow, table: 'benefit', conditions } as const;
}
