/** A table with sealed values, and the context that each of them is bound to. */
export interface SealedPlace {
  readonly table: string;
  /** Joined tables, in SQL; the table itself is `t`. */
  readonly beside?: string;
  /** The context of each sealed column, in SQL: a value opens in this context only. */
  readonly contexts: Readonly<Record<string, string>>;
  /** Its primary key: columns with their types. */
  readonly key: Readonly<Record<string, 'uuid' | 'integer' | 'bigint' | 'text'>>;
  /** SQL of the person whose id is part of the contexts: if they are merged, the values are sealed anew. */
  readonly person?: string;
}

/** The answers that every service stores for replays. */
export const keptAnswers: SealedPlace = {
  table: 'idempotency',
  contexts: { sealed_body: `'answer:' || t.actor_id || ' ' || t.route || ' ' || t.key` },
  key: { actor_id: 'text', route: 'text', key: 'text' },
};

/** Prefix of a sealed text: its cipher's name and the id of its key. */
const sealedStart = '^[a-z][a-z0-9-]*[.][0-9a-f]{8}[.]';

/** Which values are sought: those sealed under a key other than $1, or those never sealed. */
export type Sought = 'otherKey' | 'plain';

/**
 * SQL for the end of the next part: the key `rowsMax` rows further on, as texts; no row at the end of the table.
 * @param isFirst whether there is no part before it, whose end is $1
 */
export function windowSql(place: SealedPlace, rowsMax: number, isFirst: boolean): string {
  const keys = Object.keys(place.key);
  const after = isFirst ? '' : `WHERE ${tupleOf(keys)} > ${keySql(place, 1)}`;
  const backwards = keys.map((name) => `${name} DESC`).join(', ');
  return `SELECT ${textsOf(keys)} AS "end"
    FROM (SELECT ${keys.join(', ')} FROM ${place.table} ${after} ORDER BY ${keys.join(', ')} LIMIT ${rowsMax}) AS part
    ORDER BY ${backwards} LIMIT 1`;
}

/**
 * SQL for the rows of a part with a sought value, locked until the commit: $1 is the present mark, $2 the part's end,
 * $3 the end of the part before.
 */
export function rowsSql(place: SealedPlace, sought: Sought, isFirst: boolean): string {
  const { table, beside = '', contexts } = place;
  const keys = Object.keys(place.key).map((name) => `t.${name}`);
  const names = Object.keys(contexts);
  const isSought = names.map((name) => soughtSql(`t.${name}`, sought));
  const after = isFirst ? '' : `AND ${tupleOf(keys)} > ${keySql(place, 3)}`;
  return `SELECT ${textsOf(keys)} AS key, ARRAY[${names.map((name) => `t.${name}`).join(', ')}] AS values,
      ARRAY[${Object.values(contexts).join(', ')}] AS contexts
    FROM ${table} t ${beside}
    WHERE ${tupleOf(keys)} <= ${keySql(place, 2)} ${after} AND $1::text IS NOT NULL AND (${isSought.join(' OR ')})
    ORDER BY ${keys.join(', ')} FOR UPDATE OF t`;
}

/** SQL for the rows whose values are sealed for the person $1. */
export function rowsOfPersonSql({ table, beside = '', contexts, key, person = 'NULL' }: SealedPlace): string {
  const keys = Object.keys(key).map((name) => `t.${name}`);
  const names = Object.keys(contexts).map((name) => `t.${name}`);
  return `SELECT ${textsOf(keys)} AS key, ARRAY[${names.join(', ')}] AS values,
      ARRAY[${Object.values(contexts).join(', ')}] AS contexts
    FROM ${table} t ${beside} WHERE ${person} = $1::uuid`;
}

/** SQL that writes the values of many rows: an array for each column, then one for each column of the key. */
export function updateSql({ table, contexts, key }: SealedPlace): string {
  const names = Object.keys(contexts);
  const keys = Object.keys(key);
  const types = [...names.map(() => 'text'), ...Object.values(key)];
  return `UPDATE ${table} t SET ${names.map((name) => `${name} = n.${name}`).join(', ')}
    FROM unnest(${types.map((type, index) => `$${index + 1}::${type}[]`).join(', ')}) AS n(${[...names, ...keys].join(', ')})
    WHERE ${keys.map((name) => `t.${name} = n.${name}`).join(' AND ')}`;
}

/** Whether a value is sealed. */
export function isSealed(value: string): boolean {
  return new RegExp(sealedStart).test(value);
}

function soughtSql(column: string, sought: Sought): string {
  if (sought === 'plain') return `${column} !~ '${sealedStart}'`;
  return `(${column} ~ '${sealedStart}' AND NOT starts_with(${column}, $1))`;
}

function tupleOf(names: readonly string[]): string {
  return `(${names.join(', ')})`;
}

function textsOf(names: readonly string[]): string {
  return `ARRAY[${names.map((name) => `${name}::text`).join(', ')}]`;
}

/** SQL of the key passed in a parameter, column by column as text. */
function keySql({ key }: SealedPlace, parameter: number): string {
  const values = Object.values(key).map((type, index) => `($${parameter}::text[])[${index + 1}]::${type}`);
  return tupleOf(values);
}
