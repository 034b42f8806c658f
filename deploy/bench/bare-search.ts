// What the search is measured against: the same resources in one table, as somebody would write it who needs nothing else. No
// sign-in, no rights, no reasons, no pages after the first; the same words, the same distance, the same free times. What is
// closed is not free: the opening hours of each weekday are looked at, but no holidays and no other exceptions.
export const bareSchema = `
  CREATE SCHEMA bare;
  CREATE TABLE bare.union AS SELECT id, name FROM sharing.union_ref;
  ALTER TABLE bare.union ADD PRIMARY KEY (id);
  CREATE TABLE bare.resource AS SELECT o.id, title, function, businesses, union_id, district, place, latitude, longitude,
    capacity, body || ' ' || pinyin AS words, h.opens, h.closes
    FROM sharing.offer o LEFT JOIN (
      SELECT resource_id, array_agg((s->>'from')::time ORDER BY day) AS opens, array_agg((s->>'to')::time ORDER BY day) AS closes
      FROM sharing.opening_hours CROSS JOIN LATERAL jsonb_array_elements(weekly) AS s
      CROSS JOIN LATERAL array_position(ARRAY['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], s->>'weekday') AS day
      GROUP BY resource_id) AS h ON h.resource_id = o.id WHERE kind = 'resource';
  ALTER TABLE bare.resource ADD PRIMARY KEY (id);
  CREATE INDEX ON bare.resource USING gin (words public.gin_trgm_ops);
  CREATE INDEX ON bare.resource (function, id DESC);
  CREATE INDEX ON bare.resource USING gist (point(longitude, latitude));
  CREATE TABLE bare.booking AS SELECT resource_id, tstzrange(starts_at, occupied_until, '[)') AS during FROM sharing.booking;
  ALTER TABLE bare.booking ADD EXCLUDE USING gist (resource_id WITH =, during WITH &&);
  ANALYZE bare.resource, bare.booking, bare.union`;

export interface BareSearch {
  readonly name: string;
  /** The same question, as the platform is asked. */
  readonly path: string;
  /** Of the answer, in which something has to stand. */
  readonly list: 'items' | 'cells' | 'offers';
  readonly sql: string;
  readonly params: readonly unknown[];
}

const shown = `r.id, r.title, r.function, r.businesses, u.name AS union_name, r.district, r.place, r.latitude, r.longitude,
  r.capacity`;
/** The clock of China at a moment, worked out once for a statement. */
const inChina = (instant: string): string => `${instant}::timestamptz AT TIME ZONE 'Asia/Shanghai'`;
const weekday = `(SELECT extract(isodow FROM ${inChina('$1')})::int)`;
/** Of a time within one day. */
const open = `(r.opens IS NULL OR (r.opens[${weekday}] <= (SELECT (${inChina('$1')})::time)
  AND r.closes[${weekday}] >= (SELECT (${inChina('$2')})::time)))`;
const free = `NOT EXISTS (SELECT 1 FROM bare.booking b WHERE b.resource_id = r.id AND b.during && tstzrange($1, $2, '[)'))
  AND ${open}`;
const haversine = `2 * 6371.0088 * asin(sqrt(sin(radians(r.latitude - 30.5) / 2) ^ 2
  + cos(radians(30.5)) * cos(radians(r.latitude)) * sin(radians(r.longitude - 114.3) / 2) ^ 2))`;

export function bareSearches(
  { from, to }: { readonly from: string; readonly to: string },
  limit: number,
): readonly BareSearch[] {
  const params = [from, to];
  const named = (name: string, query: object, sql: string): BareSearch => ({
    name,
    params,
    list: 'items' as const,
    path: pathOf('/offers', { kind: 'resource', from, to, ...query, limit: String(limit) }),
    sql: `SELECT ${shown} FROM bare.resource r JOIN bare.union u ON u.id = r.union_id WHERE ${sql} LIMIT ${limit}`,
  });
  const words = (text: string): string => `r.words LIKE '%${text}%' AND ${free}
    ORDER BY (r.title LIKE '%${text}%') DESC, r.id DESC`;
  return [
    named('words', { q: '音乐厅' }, words('音乐厅')),
    named('pinyin', { q: 'yinyueting' }, words(' yinyueting')),
    named('one function', { function: 'people' }, `r.function = 'people' AND ${free} ORDER BY r.id DESC`),
    named(
      'within 5 km',
      { near: '30.5,114.3', withinKm: '5' },
      `point(r.longitude, r.latitude) <@ box(point(114.353, 30.545), point(114.247, 30.455)) AND ${haversine} <= 5 AND ${free}
       ORDER BY ${haversine}, r.id DESC`,
    ),
  ];
}

/** For each business of a resource the hours at which nothing has taken it; open around the clock, and there once. */
const freeHours = `
  SELECT r.*, b.business, extract(epoch FROM $2::timestamptz - $1::timestamptz) / 3600 - coalesce(t.hours, 0) AS hours_free
  FROM bare.resource r CROSS JOIN LATERAL unnest(r.businesses) AS b(business)
  LEFT JOIN (
    SELECT k.resource_id, sum(extract(epoch FROM least(upper(k.during), $2) - greatest(lower(k.during), $1))) / 3600 AS hours
    FROM bare.booking k WHERE k.during && tstzrange($1, $2, '[)') GROUP BY k.resource_id) AS t ON t.resource_id = r.id`;

/** What a network has to offer in a month: everything is looked at, and nothing can be left out. */
export function bareSums(month: { readonly from: string; readonly to: string }): readonly BareSearch[] {
  const params = [month.from, month.to];
  return [
    {
      name: 'supply and demand',
      params,
      list: 'cells',
      path: pathOf('/supply-and-demand', month),
      sql: `SELECT function, business, district, count(DISTINCT id) AS offers, sum(hours_free) AS hours
        FROM (${freeHours}) AS offered GROUP BY GROUPING SETS ((function, business), (district), ())`,
    },
    {
      name: 'what is behind a cell',
      params,
      list: 'offers',
      path: pathOf('/supply-and-demand/behind', { ...month, function: 'people', business: 'culture' }),
      sql: `SELECT * FROM (${freeHours}) AS o WHERE o.function = 'people' AND o.business = 'culture'
        ORDER BY hours_free DESC, id LIMIT 50`,
    },
  ];
}

function pathOf(path: string, query: Readonly<Record<string, string>>): string {
  return `${path}?${new URLSearchParams(query).toString()}`;
}
