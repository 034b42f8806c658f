// What the search is measured against: the same resources in one table, as somebody would write it who needs nothing else. No
// sign-in, no rights, no reasons, no pages after the first; the same words, the same distance, the same free times.
export const bareSchema = `
  CREATE SCHEMA bare;
  CREATE TABLE bare.resource AS SELECT id, title, function, businesses, district, place, latitude, longitude, capacity,
    body || ' ' || pinyin AS words FROM sharing.offer WHERE kind = 'resource';
  ALTER TABLE bare.resource ADD PRIMARY KEY (id);
  CREATE INDEX ON bare.resource USING gin (words public.gin_trgm_ops);
  CREATE INDEX ON bare.resource (function, id DESC);
  CREATE INDEX ON bare.resource USING gist (point(longitude, latitude));
  CREATE TABLE bare.booking AS SELECT resource_id, tstzrange(starts_at, occupied_until, '[)') AS during FROM sharing.booking;
  ALTER TABLE bare.booking ADD EXCLUDE USING gist (resource_id WITH =, during WITH &&);
  ANALYZE bare.resource, bare.booking`;

export interface BareSearch {
  readonly name: string;
  /** The same question, as the platform is asked. */
  readonly query: Readonly<Record<string, string>>;
  readonly sql: string;
  readonly params: readonly unknown[];
}

const free = `NOT EXISTS (SELECT 1 FROM bare.booking b WHERE b.resource_id = r.id AND b.during && tstzrange($1, $2, '[)'))`;
const haversine = `2 * 6371.0088 * asin(sqrt(sin(radians(r.latitude - 30.5) / 2) ^ 2
  + cos(radians(30.5)) * cos(radians(r.latitude)) * sin(radians(r.longitude - 114.3) / 2) ^ 2))`;

export function bareSearches(
  { from, to }: { readonly from: string; readonly to: string },
  limit: number,
): readonly BareSearch[] {
  const params = [from, to];
  const named = (name: string, query: object, sql: string): BareSearch => ({
    ...{ name, params, query: { kind: 'resource', from, to, ...query } },
    sql: `SELECT r.* FROM bare.resource r WHERE ${sql} LIMIT ${limit}`,
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
