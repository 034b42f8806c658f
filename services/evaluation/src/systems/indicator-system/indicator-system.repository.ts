import { Injectable } from '@nestjs/common';
import type { ListIndicatorSystemsRequest } from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';
import { DomainError } from '@gongxiang/domain';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { IndicatorSystemRow } from './indicator-system.entity.js';

@Injectable()
export class IndicatorSystemRepository {
  /** @throws DomainError `NOT_FOUND` */
  async find(tx: Transaction, id: string): Promise<IndicatorSystemRow> {
    return (await tx.sql.findOneBy(IndicatorSystemRow, { id })) ?? missing();
  }

  /** Also serialises the numbering and activation of the system's weight versions. */
  async lock(tx: Transaction, id: string): Promise<IndicatorSystemRow> {
    const lock = { mode: 'pessimistic_write' } as const;
    return (await tx.sql.findOne(IndicatorSystemRow, { where: { id }, lock })) ?? missing();
  }

  async lastVersionNumber(tx: Transaction, seriesId: string): Promise<number> {
    return (await tx.sql.maximum(IndicatorSystemRow, 'versionNumber', { seriesId })) ?? 0;
  }

  async insert(tx: Transaction, row: IndicatorSystemRow): Promise<void> {
    await tx.sql.insert(IndicatorSystemRow, row);
  }

  async update(tx: Transaction, row: IndicatorSystemRow): Promise<void> {
    await tx.sql.update(IndicatorSystemRow, { id: row.id }, row);
  }

  /** Newest first; what is not published yet only to those who tend it. */
  list(
    tx: Transaction,
    filter: ListIndicatorSystemsRequest,
    paths: readonly string[],
  ): Promise<IndicatorSystemRow[]> {
    const query = tx.sql
      .createQueryBuilder(IndicatorSystemRow, 's')
      .where(
        `(s.state IN ('published', 'retired')
          OR (SELECT u.path FROM union_ref u WHERE u.id = s.union_id) ^@ ANY(:paths::text[]))`,
        { paths },
      )
      .orderBy('s.id', 'DESC');
    const { state, seriesId, q } = filter;
    if (state !== undefined) query.andWhere('s.state = :state', { state });
    if (seriesId !== undefined) query.andWhere('s.seriesId = :seriesId', { seriesId });
    if (q !== undefined) query.andWhere('strpos(lower(s.name), lower(:q)) > 0', { q });
    const cursor = decodeCursor(filter.cursor, 1);
    if (cursor !== null) query.andWhere('s.id < :id', { id: cursor[0] });
    return query.limit(rowsFor(filter.limit)).getMany();
  }
}

function missing(): never {
  throw new DomainError('NOT_FOUND');
}
