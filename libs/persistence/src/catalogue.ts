import type { Transaction } from './transaction.js';

interface UniqueKey {
  readonly columns: readonly string[];
  readonly predicate: string | null;
  readonly nullsEqual: boolean;
}

/** What the database's catalogue says of a table, as far as moving a person in it is concerned. */
export interface TableFacts {
  readonly types: ReadonlyMap<string, string>;
  readonly primaryKey: readonly string[];
  readonly uniqueKeys: readonly UniqueKey[];
  /** Pairs of columns that a check keeps different: two people have acted. */
  readonly pairs: readonly (readonly [string, string])[];
}

interface CatalogueRow {
  readonly table: string;
  readonly types: Record<string, string>;
  readonly primaryKey: string[];
  readonly uniqueKeys: UniqueKey[] | null;
  readonly checks: string[] | null;
}

/** Reads the facts of some tables of the current schema. */
export async function tableFacts(
  tx: Transaction,
  tables: readonly string[],
): Promise<ReadonlyMap<string, TableFacts>> {
  const rows: CatalogueRow[] = await tx.sql.query(
    `SELECT c.relname AS "table",
       (SELECT json_object_agg(a.attname, format_type(a.atttypid, a.atttypmod)) FROM pg_attribute a
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS types,
       (SELECT json_agg(a.attname ORDER BY k.n) FROM pg_index i, unnest(i.indkey) WITH ORDINALITY AS k(num, n)
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.num
        WHERE i.indrelid = c.oid AND i.indisprimary) AS "primaryKey",
       (SELECT json_agg(json_build_object(
          'columns', (SELECT json_agg(a.attname) FROM unnest((i.indkey::int2[])[0:i.indnkeyatts - 1]) AS k(num)
                      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.num),
          'predicate', pg_get_expr(i.indpred, i.indrelid), 'nullsEqual', i.indnullsnotdistinct))
        FROM pg_index i WHERE i.indrelid = c.oid AND i.indisunique AND 0 <> ALL (i.indkey::int2[])) AS "uniqueKeys",
       (SELECT json_agg(pg_get_constraintdef(k.oid)) FROM pg_constraint k
        WHERE k.conrelid = c.oid AND k.contype = 'c') AS checks
     FROM pg_class c WHERE c.relnamespace = current_schema()::regnamespace AND c.relname = ANY($1) AND c.relkind = 'r'`,
    [tables],
  );
  return new Map(rows.map((row) => [row.table, factsOf(row)]));
}

function factsOf({ types, primaryKey, uniqueKeys, checks }: CatalogueRow): TableFacts {
  const isId = (name: string): boolean => types[name] === 'uuid';
  const pairs = (checks ?? []).flatMap((check) =>
    [...check.matchAll(/\((\w+) <> (\w+)\)/g)].map(([, left = '', right = '']) => [left, right] as const),
  );
  return {
    types: new Map(Object.entries(types)),
    primaryKey,
    uniqueKeys: uniqueKeys ?? [],
    pairs: pairs.filter(([left, right]) => isId(left) && isId(right)),
  };
}

/**
 * SQL that is true for a row of `table` (as `t`) in which the column may become the person `value`: no unique key
 * refuses it, and no check that keeps two people apart.
 */
export function mayBecomeSql(table: string, column: string, facts: TableFacts, value: string): string {
  const keys = facts.uniqueKeys
    .filter(({ columns }) => columns.includes(column))
    .map(({ columns, predicate, nullsEqual }) => {
      const others = columns
        .filter((name) => name !== column)
        .map((name) => `o.${name} ${nullsEqual ? 'IS NOT DISTINCT FROM' : '='} t.${name}`);
      const rows = predicate === null ? table : `(SELECT * FROM ${table} WHERE ${predicate})`;
      const taken = `EXISTS (SELECT FROM ${rows} o WHERE ${[`o.${column} = ${value}`, ...others].join(' AND ')})`;
      return predicate === null ? `NOT ${taken}` : `NOT ((${predicate}) IS TRUE AND ${taken})`;
    });
  const apart = facts.pairs
    .filter((pair) => pair.includes(column))
    .map(([left, right]) => `t.${left === column ? right : left} IS DISTINCT FROM ${value}`);
  return [...keys, ...apart, 'true'].join(' AND ');
}

/** SQL of a row's key without one column, as jsonb; the row is `t`. */
export function keySql({ primaryKey }: TableFacts, column: string): string {
  const parts = primaryKey.filter((name) => name !== column).map((name) => `'${name}', t.${name}`);
  return `jsonb_build_object(${parts.join(', ')})`;
}

/** SQL that finds the row `t` of a noted key `j.row_key`. */
export function sameKeySql({ primaryKey, types }: TableFacts, column: string): string {
  const parts = primaryKey
    .filter((name) => name !== column)
    .map((name) => `t.${name} = (j.row_key ->> '${name}')::${types.get(name) ?? 'text'}`);
  return ['true', ...parts].join(' AND ');
}
