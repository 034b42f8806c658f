import { Injectable } from '@nestjs/common';
import { decodeCursor, rowsFor, selectListOf, type Transaction } from '@gongxiang/persistence';
import { DoorLinkRow } from './door-link.entity.js';

/** A link with the number of scans that came from it. */
export interface CountedDoorLink extends DoorLinkRow {
  readonly scans: number;
}

@Injectable()
export class DoorLinkRepository {
  async insert(tx: Transaction, row: DoorLinkRow): Promise<void> {
    await tx.sql.insert(DoorLinkRow, row);
  }

  /** Those that are neither revoked nor past their end. */
  async countUsable(tx: Transaction, activityId: string): Promise<number> {
    const rows: { count: number }[] = await tx.sql.query(
      `SELECT count(*)::int AS count FROM door_link
       WHERE activity_id = $1 AND revoked_at IS NULL AND expires_at > $2`,
      [activityId, tx.now],
    );
    return rows[0]?.count ?? 0;
  }

  /** Of an activity, newest first. */
  list(
    tx: Transaction,
    filter: { readonly activityId: string; readonly cursor?: string; readonly limit?: number },
  ): Promise<CountedDoorLink[]> {
    const [before] = decodeCursor(filter.cursor, 1) ?? [null];
    return tx.sql.query(
      `SELECT ${selectListOf(tx.sql, DoorLinkRow, 'l')},
              (SELECT count(*)::int FROM check_in_operation o
               WHERE o.activity_id = l.activity_id AND o.door_link_id = l.id AND o.undoes IS NULL) AS scans
       FROM door_link l WHERE l.activity_id = $1 AND ($2::uuid IS NULL OR l.id < $2::uuid)
       ORDER BY l.id DESC LIMIT $3`,
      [filter.activityId, before, rowsFor(filter.limit)],
    );
  }

  /** The caller holds the lock of the activity, under which links are changed. */
  findById(tx: Transaction, activityId: string, id: string): Promise<DoorLinkRow | null> {
    return tx.sql.findOneBy(DoorLinkRow, { activityId, id });
  }

  findByToken(tx: Transaction, tokenHash: string): Promise<DoorLinkRow | null> {
    return tx.sql.findOneBy(DoorLinkRow, { tokenHash });
  }

  findByDevice(tx: Transaction, deviceHash: string): Promise<DoorLinkRow | null> {
    return tx.sql.findOneBy(DoorLinkRow, { deviceHash });
  }

  async update(
    tx: Transaction,
    { activityId, id }: DoorLinkRow,
    changes: Partial<Pick<DoorLinkRow, 'deviceHash' | 'boundAt' | 'revokedAt'>>,
  ): Promise<void> {
    await tx.sql.update(DoorLinkRow, { activityId, id }, changes);
  }
}
