import { Injectable } from '@nestjs/common';
import { selectListOf, type Transaction } from '@gongxiang/persistence';
import { OpeningHoursRow } from './opening-hours.entity.js';
import { alwaysOpen, type OpeningHours } from './opening-hours.model.js';
import type { ResourceRow } from './resource.entity.js';

type Placed = Pick<ResourceRow, 'id' | 'partOfId'>;

@Injectable()
export class OpeningHoursRepository {
  /** The row of a resource itself, or that of its whole if it has none. */
  async find(tx: Transaction, { id, partOfId }: Placed): Promise<OpeningHoursRow | null> {
    const rows = await this.rows(tx, [{ id, partOfId }]);
    return rows.get(id) ?? rows.get(partOfId ?? '') ?? null;
  }

  async of(tx: Transaction, resource: Placed): Promise<OpeningHours> {
    return (await this.find(tx, resource)) ?? alwaysOpen;
  }

  /** Those of several, by resource: a part uses those of its whole if it has none. */
  async ofAll(tx: Transaction, resources: readonly Placed[]): Promise<Map<string, OpeningHours>> {
    const rows = await this.rows(tx, resources);
    return new Map(
      resources.map(({ id, partOfId }) => [id, rows.get(id) ?? rows.get(partOfId ?? '') ?? alwaysOpen]),
    );
  }

  /** The caller holds the lock of the resource. */
  async save(tx: Transaction, row: OpeningHoursRow): Promise<void> {
    await tx.sql.upsert(OpeningHoursRow, row, ['resourceId']);
  }

  private async rows(tx: Transaction, resources: readonly Placed[]): Promise<Map<string, OpeningHoursRow>> {
    const ids = resources.flatMap(({ id, partOfId }) => (partOfId === null ? [id] : [id, partOfId]));
    const rows: OpeningHoursRow[] = await tx.sql.query(
      `SELECT ${selectListOf(tx.sql, OpeningHoursRow, 'h')} FROM opening_hours h WHERE h.resource_id = ANY($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map((row) => [row.resourceId, row]));
  }
}
