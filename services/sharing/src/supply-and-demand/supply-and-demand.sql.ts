/** Loans that came about: agreed on, and not called off since. */
export const agreedStates = `('approved', 'handedOver', 'returned')`;

/** The month of a moment as it is called in China. */
export function monthSql(moment: string): string {
  return `to_char(${moment} AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM')`;
}

/**
 * A row for each function and business that a need of the period asks for.
 * Its parameters: $1 from, $2 to, $3 the district or null.
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

/** A row for each business that an active resource serves; parameters as above. */
export const offeredSql = `
  SELECT r.id, r.title, r.owner_union_id, r.district, r.function, b.business,
         greatest(0, extract(epoch FROM $2::timestamptz - $1::timestamptz) / 3600 - coalesce(t.hours, 0))::float8 AS hours_free,
         EXISTS (SELECT 1 FROM right_of_use g WHERE g.resource_id = r.id AND g.revoked_at IS NULL
                 AND tstzrange(g.valid_from, g.valid_until) && tstzrange($1, $2)) AS is_lendable
  FROM resource r CROSS JOIN LATERAL unnest(r.businesses) AS b(business)
  LEFT JOIN (
    SELECT k.resource_id, sum(extract(epoch FROM least(k.occupied_until, $2) - greatest(k.starts_at, $1))) / 3600 AS hours
    FROM booking k WHERE tstzrange(k.starts_at, k.occupied_until, '[)') && tstzrange($1, $2, '[)')
    GROUP BY k.resource_id) AS t ON t.resource_id = r.id
  WHERE r.active AND ($3::text IS NULL OR r.district = $3)`;
