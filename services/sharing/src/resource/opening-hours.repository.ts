import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { In } from 'typeorm';
import { OpeningHoursRow } from './opening-hours.entity.js';
import { alwaysOpen, type OpeningHours } from './opening-hours.model.js';
import type { ResourceRow } from './resource.entity.js';

type Placed = Pick<ResourceRow, 'id' | 'partOfId'>;

@Injectable()
export class OpeningHoursRepository {
  /** The row of a resource itself, or that of its whole where it has none. */
  async find(tx: Transaction, { id, partOfId }: Placed): Promise<OpeningHoursRow | null> {
    const ids = partOfId === null ? [id] : [id, partOfId];
    const rows = await tx.sql.findBy(OpeningHoursRow, { resourceId: In(ids) });
    return rows.find((row) => row.resourceId === id) ?? rows[0] ?? null;
  }

  async of(tx: Transaction, resource: Placed): Promise<OpeningHours> {
    return (await this.find(tx, resource)) ?? alwaysOpen;
  }

  /** The caller holds the lock of the resource. */
  async save(tx: Transaction, row: OpeningHoursRow): Promise<void> {
    await tx.sql.upsert(OpeningHoursRow, row, ['resourceId']);
  }
}
