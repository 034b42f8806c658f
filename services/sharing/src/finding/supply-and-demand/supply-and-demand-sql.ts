/** Agreed loans that were not cancelled since. */
export const agreedStates = `('approved', 'handedOver', 'returned')`;

/** The month of an instant in China. */
export function monthSql(moment: string): string {
  return `to_char(${moment} AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM')`;
}

/**
 * One row per function and business that a need of the period asks for. Its parameters: $1 from, $2 to, $3 the
 * district or null.
 */
export const soughtSql = `
  SELECT n.id, n.title, n.union_id, n.district, n.headcount, f.function, f.business, w.hours,
         ${monthSql('greatest(w.starts, $1)')} AS month, n.state = 'open' AND NOT met.is_met AS is_unmet
  FROM need n
  CROSS JOIN LATERAL (
    SELECT min(extract(epoch FROM upper(s.span) - lower(s.span)) / 3600)::float8 AS hours, min(lower(s.span)) AS starts
    FROM (SELECT tstzrange((v ->> 'from')::timestamptz, (v ->> 'to')::timestamptz) AS span
          FROM jsonb_array_elements(n.windows) AS v) AS s
    WHERE s.span && tstzrange($1, $2)) AS w
  CROSS JOIN LATERAL (
    SELECT DISTINCT v ->> 'function' AS function, v ->> 'business' AS business FROM jsonb_array_elements(n.wants) AS v) AS f
  CROSS JOIN LATERAL (
    SELECT EXISTS (SELECT 1 FROM loan l WHERE l.need_id = n.id AND l.function = f.function
                   AND l.state IN ${agreedStates}) AS is_met) AS met
  WHERE need_span(n.windows) && tstzrange($1, $2) AND w.hours IS NOT NULL AND ($3::text IS NULL OR n.district = $3)`;

/** Resources with the same hours have the same key. @param h the alias of the opening hours */
export const hoursKeySql = (h: string): string =>
  `md5(jsonb_build_array(${h}.weekly, ${h}.exceptions, ${h}.holidays, ${h}.make_up_days)::text)`;

/**
 * When nothing of a resource is left: for a single thing each booking, for a counted one the times at which all of it
 * is booked. Its parameters: $1 from, $2 to.
 */
const takenSql = `
  booked AS (
    SELECT resource_id, greatest(starts_at, $1) AS starts, least(occupied_until, $2) AS ends, quantity
    FROM booking WHERE tstzrange(starts_at, occupied_until, '[)') && tstzrange($1, $2, '[)')
  ), counted AS (
    SELECT resource_id, at, sum(sum(change)) OVER of_one AS used, lead(at) OVER of_one AS until
    FROM (SELECT resource_id, starts AS at, quantity AS change FROM booked WHERE quantity IS NOT NULL
          UNION ALL SELECT resource_id, ends, -quantity FROM booked WHERE quantity IS NOT NULL) AS changes
    GROUP BY resource_id, at WINDOW of_one AS (PARTITION BY resource_id ORDER BY at)
  ), taken AS (
    SELECT resource_id, range_agg(tstzrange(starts, ends)) AS during
    FROM (SELECT resource_id, starts, ends FROM booked WHERE quantity IS NULL
          UNION ALL SELECT c.resource_id, c.at, c.until FROM counted c JOIN resource r ON r.id = c.resource_id
            WHERE c.used >= r.quantity AND c.until IS NOT NULL) AS full_then
    GROUP BY resource_id
  )`;

const hoursOf = (times: string): string =>
  `(SELECT coalesce(sum(extract(epoch FROM upper(one) - lower(one))), 0) / 3600 FROM unnest(${times}) AS one)`;
const always = `tstzmultirange(tstzrange($1, $2))`;

/**
 * One row per business that an active resource serves; parameters as above, and $4 the keys of opening hours with $5
 * the open times of each. A part uses the hours of its whole without its own; an unnamed resource is always open.
 */
export const offeredSql = `
  WITH ${takenSql}, open AS (
    SELECT key, times, ${hoursOf('times')} AS hours FROM unnest($4::text[], $5::tstzmultirange[]) AS o(key, times)
  ), hours AS MATERIALIZED (
    SELECT h.resource_id, o.times, o.hours FROM opening_hours h JOIN open o ON o.key = ${hoursKeySql('h')} WHERE NOT h.overnight
  ), offered AS (
    SELECT r.*, CASE WHEN t.during IS NULL
        THEN coalesce(own.hours, whole.hours, extract(epoch FROM $2::timestamptz - $1::timestamptz) / 3600)
        ELSE ${hoursOf(`coalesce(own.times, whole.times, ${always}) - t.during`)} END AS hours_free
    FROM resource r LEFT JOIN taken t ON t.resource_id = r.id
    LEFT JOIN hours own ON own.resource_id = r.id
    LEFT JOIN hours whole ON whole.resource_id = r.part_of_id
      AND NOT EXISTS (SELECT 1 FROM opening_hours x WHERE x.resource_id = r.id)
    WHERE r.active AND ($3::text IS NULL OR r.district = $3)
  )
  SELECT r.id, r.title, r.owner_union_id, r.district, r.function, b.business, r.hours_free::float8 AS hours_free,
         EXISTS (SELECT 1 FROM right_of_use g WHERE g.resource_id = r.id AND g.revoked_at IS NULL
                 AND tstzrange(g.valid_from, g.valid_until) && tstzrange($1, $2)) AS is_lendable
  FROM offered r CROSS JOIN LATERAL unnest(r.businesses) AS b(business)`;
