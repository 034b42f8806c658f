import { Injectable } from '@nestjs/common';
import type {
  VacancyKind,
  VacancyState,
  VacancySuit,
} from '@gongxiang/contracts/affairs/listings/vacancy.contract';
import { shanghaiDate } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { withUnions, type WithUnion } from '../../reference/with-unions.js';
import { ofUnions, type PageFilter, shownTo } from '../listed/listed.repository.js';
import { VacancyRow } from './vacancy.entity.js';

/** A vacancy with the union of its employer. */
export type VacancyRecord = WithUnion<VacancyRow>;

interface VacancyFilter extends PageFilter {
  readonly kind?: VacancyKind;
  readonly suit?: VacancySuit;
}

@Injectable()
export class VacancyRepository {
  async find(tx: Transaction, id: string): Promise<VacancyRecord | null> {
    const row = await tx.sql.findOne(VacancyRow, { where: { id } });
    const [record] = row === null ? [] : await withUnions(tx, [row]);
    return record ?? null;
  }

  lock(tx: Transaction, id: string): Promise<VacancyRow | null> {
    return tx.sql.findOne(VacancyRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async insert(tx: Transaction, row: VacancyRow): Promise<void> {
    await tx.sql.insert(VacancyRow, row);
  }

  async update(tx: Transaction, row: VacancyRow): Promise<void> {
    await tx.sql.update(VacancyRow, { id: row.id }, row);
  }

  /** What is shown to some audiences, the latest published first. */
  shownTo(tx: Transaction, keys: readonly string[], filter: VacancyFilter): Promise<VacancyRecord[]> {
    return shownTo(tx, listingBy(filter), { ...filter, keys, today: shanghaiDate(tx.now) });
  }

  /** Those of the unions in some subtrees, newest first. */
  ofUnions(
    tx: Transaction,
    filter: VacancyFilter & { readonly paths: readonly string[]; readonly state: VacancyState },
  ): Promise<VacancyRecord[]> {
    return ofUnions(tx, listingBy(filter), filter);
  }
}

function listingBy({ kind, suit }: VacancyFilter) {
  const conditions = (bind: (value: unknown) => string): string[] => [
    ...(kind === undefined ? [] : [`l.kind = ${bind(kind)}`]),
    ...(suit === undefined ? [] : [`l.suits @> ARRAY[${bind(suit)}]::text[]`]),
  ];
  return { row: VacancyRow, table: 'vacancy', conditions } as const;
}
