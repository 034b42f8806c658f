import { Injectable } from '@nestjs/common';
import type { WeighedSystem } from '@gongxiang/contracts/evaluation/scores/score.contract';
import { DomainError } from '@gongxiang/domain';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { WeightVersionRow } from './weight-version.entity.js';

@Injectable()
export class WeightVersionRepository {
  /** @throws DomainError `NOT_FOUND` */
  async find(tx: Transaction, id: string): Promise<WeightVersionRow> {
    const row = await tx.sql.findOneBy(WeightVersionRow, { id });
    if (row === null) throw new DomainError('NOT_FOUND');
    return row;
  }

  /** The systems of weight versions, by the ids of those. */
  async systemsOf(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, WeighedSystem>> {
    const rows: ({ id: string } & WeighedSystem)[] = await tx.sql.query(
      `SELECT w.id, s.id AS "indicatorSystemId", s.name AS "indicatorSystemName",
              s.version_number AS "indicatorSystemVersion"
       FROM weight_version w JOIN indicator_system s ON s.id = w.indicator_system_id WHERE w.id = ANY($1)`,
      [[...new Set(ids)]],
    );
    return new Map(rows.map(({ id, ...system }) => [id, system]));
  }

  findActive(tx: Transaction, indicatorSystemId: string): Promise<WeightVersionRow | null> {
    return tx.sql.findOneBy(WeightVersionRow, { indicatorSystemId, state: 'active' });
  }

  newest(
    tx: Transaction,
    indicatorSystemId: string,
  ): Promise<Pick<WeightVersionRow, 'id' | 'versionNumber' | 'state' | 'acceptable'> | null> {
    return tx.sql.findOne(WeightVersionRow, {
      where: { indicatorSystemId },
      order: { versionNumber: 'DESC' },
      select: { id: true, versionNumber: true, state: true, acceptable: true },
    });
  }

  async lastVersionNumber(tx: Transaction, indicatorSystemId: string): Promise<number> {
    return (await tx.sql.maximum(WeightVersionRow, 'versionNumber', { indicatorSystemId })) ?? 0;
  }

  async insert(tx: Transaction, row: WeightVersionRow): Promise<void> {
    await tx.sql.insert(WeightVersionRow, row);
  }

  /** What was computed stays; only the state moves. */
  async updateState(tx: Transaction, { id, version, state, activatedAt }: WeightVersionRow): Promise<void> {
    await tx.sql.update(WeightVersionRow, { id }, { version, state, activatedAt });
  }

  list(
    tx: Transaction,
    filter: { readonly systemId: string; readonly cursor?: string; readonly limit?: number },
  ): Promise<WeightVersionRow[]> {
    const query = tx.sql
      .createQueryBuilder(WeightVersionRow, 'w')
      .where('w.indicatorSystemId = :systemId', { systemId: filter.systemId })
      .orderBy('w.id', 'DESC');
    const cursor = decodeCursor(filter.cursor, 1);
    if (cursor !== null) query.andWhere('w.id < :id', { id: cursor[0] });
    return query.limit(rowsFor(filter.limit)).getMany();
  }
}
