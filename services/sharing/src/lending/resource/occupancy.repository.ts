import { Injectable } from '@nestjs/common';
import type { Period } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import type { Taken, Unit } from './occupancy.model.js';

/** Reads stock and bookings for display; the database decides when a time is booked. */
@Injectable()
export class OccupancyRepository {
  /** The units some resources depend on: a thing and its parts; for a kit its contents, with their parts. */
  async unitsOf(tx: Transaction, resourceIds: readonly string[]): Promise<Map<string, Unit[]>> {
    const rows: (Unit & { readonly ofId: string })[] = await tx.sql.query(
      // Each row of `resource` is read once: a need asks for more than a hundred of them.
      `WITH needed AS (
         SELECT r.id AS of_id, r.id, 1 AS needed, r.quantity, r.setup_minutes, r.turnaround_minutes,
                r.setup_minutes AS of_setup, r.turnaround_minutes AS of_turnaround
           FROM resource r WHERE r.id = ANY($1::uuid[]) AND r.counting <> 'kit'
         UNION ALL
         SELECT k.id, r.id, c.quantity, r.quantity, r.setup_minutes, r.turnaround_minutes,
                k.setup_minutes, k.turnaround_minutes
           FROM resource k JOIN kit_content c ON c.kit_id = k.id JOIN resource r ON r.id = c.resource_id
           WHERE k.id = ANY($1::uuid[])
       ), units AS (
         SELECT * FROM needed
         UNION ALL
         SELECT n.of_id, p.id, 1, p.quantity, p.setup_minutes, p.turnaround_minutes, n.of_setup, n.of_turnaround
           FROM needed n JOIN resource p ON p.part_of_id = n.id
       )
       SELECT of_id AS "ofId", id, needed, quantity, greatest(of_setup, setup_minutes) AS "setupMinutes",
              greatest(of_turnaround, turnaround_minutes) AS "turnaroundMinutes"
       FROM units`,
      [resourceIds],
    );
    const units = new Map<string, Unit[]>(resourceIds.map((id) => [id, []]));
    for (const { ofId, ...unit } of rows) units.get(ofId)?.push(unit);
    return units;
  }

  /** The bookings of some units within a window. At most `max`. */
  taken(tx: Transaction, unitIds: readonly string[], window: Period, max: number): Promise<Taken[]> {
    return tx.sql.query(
      `SELECT resource_id AS "unitId", starts_at AS start, occupied_until AS end, quantity, kind = 'block' AS "isBlock"
       FROM booking
       WHERE resource_id = ANY($1::uuid[]) AND tstzrange(starts_at, occupied_until, '[)') && tstzrange($2, $3, '[)')
       LIMIT $4`,
      [unitIds, window.start, window.end, max],
    );
  }
}
