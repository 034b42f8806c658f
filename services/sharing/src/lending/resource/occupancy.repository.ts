import { Injectable } from '@nestjs/common';
import type { Period } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import type { Taken, Unit } from './occupancy.model.js';

/** Some units within a window. */
interface UnitsWithin {
  readonly unitIds: readonly string[];
  readonly window: Period;
}

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

  /**
   * The bookings of some units within a window, for several such requests. At most `max` for each request on average.
   * @returns in the order of `asked`
   */
  async taken(tx: Transaction, asked: readonly UnitsWithin[], max: number): Promise<Taken[][]> {
    const found: Taken[][] = asked.map(() => []);
    const units = asked.flatMap(({ unitIds }, place) => unitIds.map((id) => ({ place, id })));
    if (units.length === 0) return found;
    const rows: (Taken & { readonly place: number })[] = await tx.sql.query(
      // Bookings of a single thing never meet, so that those which touch the window are the ones that end in it, and
      // the next one.
      `SELECT u.place, u.id AS "unitId", b.starts_at AS start, b.occupied_until AS end, b.quantity, b.kind = 'block' AS "isBlock"
       FROM unnest($1::int[], $2::uuid[]) AS u(place, id)
       JOIN unnest($3::int[], $4::timestamptz[], $5::timestamptz[]) AS w(place, start, "end") USING (place)
       CROSS JOIN LATERAL (
         SELECT starts_at, occupied_until, quantity, kind FROM booking
         WHERE resource_id = u.id AND quantity IS NULL AND occupied_until > w.start AND occupied_until <= w.end
         UNION ALL
         SELECT * FROM (
           SELECT starts_at, occupied_until, quantity, kind FROM booking
           WHERE resource_id = u.id AND quantity IS NULL AND occupied_until > w.end ORDER BY occupied_until LIMIT 1) AS next
         WHERE starts_at < w.end
         UNION ALL
         SELECT starts_at, occupied_until, quantity, kind FROM booking
         WHERE resource_id = u.id AND quantity IS NOT NULL AND occupied_until > w.start AND starts_at < w.end) AS b
       LIMIT $6`,
      [
        units.map(({ place }) => place),
        units.map(({ id }) => id),
        asked.map((_one, place) => place),
        asked.map(({ window }) => window.start),
        asked.map(({ window }) => window.end),
        asked.length * max,
      ],
    );
    for (const { place, ...taken } of rows) found[place]?.push(taken);
    return found;
  }
}
