import type { DataSource } from 'typeorm';

/** Activities checked per run by the stored sums of their pools: published ones that have not begun, next first. */
const activitiesMax = 1_000;
/** The number of those activities whose registrations are recounted. */
const countedMax = 100;

/** Heads with a seat beyond the capacity of their pool or a cap, except those an officer let in. */
export async function countOversold(sql: DataSource, now: Date): Promise<number> {
  const [found] = (await sql.query(
    `WITH seated AS (
         SELECT p.activity_id, p.capacity, u.path, s.heads
         FROM (SELECT id FROM activity WHERE state = 'published' AND starts_at > $1 ORDER BY starts_at LIMIT ${activitiesMax}) AS a
         JOIN pool p ON p.activity_id = a.id LEFT JOIN union_ref u ON u.id = p.union_id
         LEFT JOIN pool_line l ON l.activity_id = p.activity_id AND l.pool_id = p.id
         CROSS JOIN LATERAL (
           SELECT coalesce(l.confirmed + l.held, 0) - coalesce(sum(r.heads), 0) AS heads FROM registration r
           WHERE r.activity_id = p.activity_id AND r.pool_id = p.id AND r.state IN ('confirmed', 'held')
             AND r.override_reason IS NOT NULL) AS s)
       SELECT (SELECT coalesce(sum(greatest(0, heads - capacity)), 0) FROM seated)::int
         + (SELECT coalesce(sum(greatest(0, under.heads - c.capacity)), 0)
            FROM seat_cap c LEFT JOIN union_ref cu ON cu.id = c.union_id
            CROSS JOIN LATERAL (
              SELECT coalesce(sum(s.heads), 0) AS heads FROM seated s
              WHERE s.activity_id = c.activity_id AND (c.union_id IS NULL OR starts_with(s.path, cu.path))) AS under
            WHERE c.activity_id IN (SELECT activity_id FROM seated))::int AS heads`,
    [now],
  )) as [{ heads: number }];
  return found.heads;
}

/** Pools whose stored sums differ from a count of their registrations. */
export async function countWrongSums(sql: DataSource, now: Date): Promise<number> {
  const [found] = (await sql.query(
    `SELECT count(*)::int AS wrong
       FROM (SELECT id FROM activity WHERE state = 'published' AND starts_at > $1 ORDER BY starts_at LIMIT ${countedMax}) AS a
       JOIN pool p ON p.activity_id = a.id
       LEFT JOIN pool_line l ON l.activity_id = p.activity_id AND l.pool_id = p.id
       CROSS JOIN LATERAL (
         SELECT coalesce(sum(r.heads) FILTER (WHERE r.state = 'confirmed'), 0) AS confirmed,
                coalesce(sum(r.heads) FILTER (WHERE r.state = 'held'), 0) AS held,
                coalesce(sum(r.heads) FILTER (WHERE r.state = 'waitlisted'), 0) AS waiting_heads,
                count(*) FILTER (WHERE r.state = 'waitlisted') AS waiting_parties,
                count(*) FILTER (WHERE r.state = 'waitlisted' AND r.heads <= p.capacity) AS servable_parties
         FROM registration r WHERE r.activity_id = p.activity_id AND r.pool_id = p.id) AS counted
       WHERE (coalesce(l.confirmed, 0), coalesce(l.held, 0), coalesce(l.waiting_heads, 0),
              coalesce(l.waiting_parties, 0), coalesce(l.servable_parties, 0))
         IS DISTINCT FROM (counted.confirmed, counted.held, counted.waiting_heads,
              counted.waiting_parties, counted.servable_parties)`,
    [now],
  )) as [{ wrong: number }];
  return found.wrong;
}
