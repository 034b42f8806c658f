/** A table that holds sealed values, and what each of them is bound to. */
export interface SealedPlace {
  readonly table: string;
  /** Tables beside it, in SQL; the place itself is `t`. */
  readonly beside?: string;
  /** For each sealed column what its values are bound to, in SQL: sealed for that, they open nowhere else. */
  readonly contexts: Readonly<Record<string, string>>;
  /** Its primary key, column by column with the type. */
  readonly key: Readonly<Record<string, 'uuid' | 'integer' | 'text'>>;
}

/** The answers that every service keeps for a replay. */
export const keptAnswers: SealedPlace = {
  table: 'idempotency',
  contexts: { sealed_body: `'answer:' || t.actor_id || ' ' || t.route || ' ' || t.key` },
  key: { actor_id: 'text', route: 'text', key: 'text' },
};

/** What a sealed text begins with: its cipher's name and the id of its key. */
const sealedStart = '^[a-z][a-z0-9-]*[.][0-9a-f]{8}[.]';

/** Which values are sought: those that some other key than $1 has sealed, or those that were never sealed. */
export type Sought = 'otherKey' | 'plain';

/**
 * The end of the next part of a place: so many rows further on in the order of its key, as texts; no row at the end of the table.
 * @param isFirst without a part before it, whose end is $1
 */
export function windowSql(place: SealedPlace, rowsMax: number, isFirst: boolean): string {
  const keys = Object.keys(place.key);
  const after = isFirst ? '' : `WHERE ${rowOf(keys)} > ${endOf(place, 1)}`;
  const backwards = keys.map((name) => `${name} DESC`).join(', ');
  return `SELECT ${textsOf(keys)} AS "end"
    FROM (SELECT ${keys.join(', ')} FROM ${place.table} ${after} ORDER BY ${keys.join(', ')} LIMIT ${rowsMax}) AS part
    ORDER BY ${backwards} LIMIT 1`;
}

/** The rows of a part with a value that is sought, locked until the commit: $1 is the present mark, $2 its end, $3 that before it. */
export function rowsSql(place: SealedPlace, sought: Sought, isFirst: boolean): string {
  const { table, beside = '', contexts } = place;
  const keys = Object.keys(place.key).map((name) => `t.${name}`);
  const names = Object.keys(contexts);
  const isSought = names.map((name) => soughtSql(`t.${name}`, sought));
  const after = isFirst ? '' : `AND ${rowOf(keys)} > ${endOf(place, 3)}`;
  return `SELECT ${textsOf(keys)} AS key, ARRAY[${names.map((name) => `t.${name}`).join(', ')}] AS values,
      ARRAY[${Object.values(contexts).join(', ')}] AS contexts
    FROM ${table} t ${beside}
    WHERE ${rowOf(keys)} <= ${endOf(place, 2)} ${after} AND $1::text IS NOT NULL AND (${isSought.join(' OR ')})
    ORDER BY ${keys.join(', ')} FOR UPDATE OF t`;
}

/** Writes the values of many rows: an array for each column, then one for each column of the key. */
export function updateSql({ table, contexts, key }: SealedPlace): string {
  const names = Object.keys(contexts);
  const keys = Object.keys(key);
  const types = [...names.map(() => 'text'), ...Object.values(key)];
  return `UPDATE ${table} t SET ${names.map((name) => `${name} = n.${name}`).join(', ')}
    FROM unnest(${types.map((type, index) => `$${index + 1}::${type}[]`).join(', ')}) AS n(${[...names, ...keys].join(', ')})
    WHERE ${keys.map((name) => `t.${name} = n.${name}`).join(' AND ')}`;
}

/** Whether a value was sealed at all. */
export function isSealed(value: string): boolean {
  return new RegExp(sealedStart).test(value);
}

function soughtSql(column: string, sought: Sought): string {
  if (sought === 'plain') return `${column} !~ '${sealedStart}'`;
  return `(${column} ~ '${sealedStart}' AND NOT starts_with(${column}, $1))`;
}

function rowOf(names: readonly string[]): string {
  return `(${names.join(', ')})`;
}

function textsOf(names: readonly string[]): string {
  return `ARRAY[${names.map((name) => `${name}::text`).join(', ')}]`;
}

/** The key that stands in a parameter, column by column as text. */
function endOf({ key }: SealedPlace, parameter: number): string {
  const values = Object.values(key).map((type, index) => `($${parameter}::text[])[${index + 1}]::${type}`);
  return rowOf(values);
}
