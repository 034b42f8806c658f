import type { DataSource } from 'typeorm';
import { ownerOf } from './owner-of.js';
import type { ServiceFixture } from './service-fixture.js';

/** The union whose single rows a reader looks for among those of thousands of others, and the first row of each table. */
export const smallUnion = { id: '01980000-0000-7000-8000-000000000001', path: '1.5.' };

const idOfRow = `('01980000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid`;
const firstRow = (first: string, others: string): string =>
  `CASE WHEN n = 1 THEN ${first} ELSE ${others} END`;

/** Tables of the foundation, which work in the background reads; the audit trail is filled like a service's own. */
const foundation = [
  'audit_seal',
  'audit_sealed',
  'chain_walk',
  'dead_letter',
  'due',
  'idempotency',
  'inbox',
  'outbox',
  'outbox_doubt',
  'person_alias',
  'person_merge_journal',
];

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  /** The values that a check of the table permits; null without such a check. */
  readonly permitted: readonly string[] | null;
}

/** SQL of a value for row `n`, by type: whatever leads from one row to others leads to the row of the same number. */
const valuesByType: Readonly<Record<string, string>> = {
  uuid: idOfRow,
  'uuid[]': `ARRAY[${idOfRow}]`,
  text: `'样例' || n`,
  'text[]': `ARRAY['样例' || n]`,
  'integer[]': 'ARRAY[2026 + n % 2]',
  integer: 'n',
  smallint: 'n % 100',
  bigint: 'n',
  numeric: '0.5',
  'double precision': '0.5',
  boolean: 'n % 2 = 0',
  bytea: `decode(md5(n::text), 'hex')`,
  jsonb: `'[]'::jsonb`,
  date: `current_date - n % 3000`,
  'timestamp with time zone': `now() - n * interval '1 minute'`,
  tstzrange: `tstzrange(now() - n * interval '1 minute', now())`,
  daterange: `daterange(current_date - n % 3000, current_date)`,
};

/** How many rows each table gets: so many that PostgreSQL reads a few of them by an index where there is one. */
export const filledRows = 10_000;

const fewRows = 200;

/** What the tables of a service need besides values by type. */
export interface Filling {
  /** SQL of a value by `table.column`, where what its type gets would mislead. */
  readonly values?: Readonly<Record<string, string>>;
  /** Tables of which a whole network has few rows, since officers write them by hand: a list may read them. */
  readonly few?: readonly string[];
}

/**
 * Fills every table of a service, of which the first row is the small union's and each other one another union's, to
 * see what queries read of them. The rows need not be consistent, so checks, references and triggers are dropped:
 * only for a suite with its own database, and after whatever else it tests.
 * @returns one sentence per table that could not be filled
 */
export async function fillAllTables(
  fixture: ServiceFixture,
  { values: exceptions = {}, few = [] }: Filling = {},
): Promise<string[]> {
  const owner = await ownerOf(fixture);
  try {
    const columns = await columnsOf(owner);
    await dropRules(owner);
    const problems: string[] = [];
    for (const table of new Set(columns.map((one) => one.table))) {
      const own = columns.filter((one) => one.table === table);
      const rows = few.includes(table) ? fewRows : filledRows;
      const values = own.map((column) => exceptions[`${table}.${column.name}`] ?? valueOf(column));
      try {
        await owner.query(
          `INSERT INTO "${table}" (${own.map(({ name }) => `"${name}"`).join(', ')})
           SELECT ${values.join(', ')} FROM generate_series(1, ${rows}) AS n ON CONFLICT DO NOTHING`,
        );
      } catch (error) {
        problems.push(`${table}: ${String(error)}`);
      }
    }
    await owner.query('ANALYZE');
    return problems;
  } finally {
    await owner.destroy();
  }
}

function valueOf({ name, type, permitted }: Column): string {
  if (permitted !== null) {
    const list = `(ARRAY[${permitted.map((one) => `'${one.replaceAll(`'`, `''`)}'`).join(', ')}])`;
    const value = `${list}[1 + n % ${permitted.length}]`;
    return type === 'text' ? value : `(${value})::${type}`;
  }
  // Places in the tree: the small union's first, and others far from it.
  if (type === 'text' && /(^|_)path$/.test(name))
    return firstRow(`'${smallUnion.path}'`, `'1.77.' || n || '.'`);
  if (type === 'text[]' && /(^|_)paths$/.test(name))
    return `ARRAY[${firstRow(`'${smallUnion.path}'`, `'1.77.' || n || '.'`)}]`;
  // A numeric has its digits in its type.
  return valuesByType[type.replace(/\(.*\)/, '')] ?? 'NULL';
}

function columnsOf(owner: DataSource): Promise<Column[]> {
  return owner.query(`
    SELECT c.relname AS "table", a.attname AS name, format_type(a.atttypid, NULL) AS type, (
      SELECT array_agg(DISTINCT hit[1]) FROM pg_constraint k,
        regexp_matches(pg_get_constraintdef(k.oid), '''([^'']*)''::text', 'g') AS hit
      WHERE k.conrelid = c.oid AND k.contype = 'c' AND k.conkey = ARRAY[a.attnum]
        AND pg_get_constraintdef(k.oid) ~ ('CHECK \\(+' || a.attname || ' = ANY')) AS permitted
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND c.relname !~ '^migration' AND c.relname <> ALL('{${foundation.join(',')}}')
      AND a.attgenerated = '' AND a.attidentity = ''
    ORDER BY 1, a.attnum`);
}

async function dropRules(owner: DataSource): Promise<void> {
  await owner.query(`
    DO $$ DECLARE one record; BEGIN
      FOR one IN SELECT k.conname, c.relname FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
        WHERE c.relnamespace = current_schema()::regnamespace AND k.contype IN ('c', 'f') ORDER BY k.contype DESC LOOP
        EXECUTE format('ALTER TABLE %I DROP CONSTRAINT %I', one.relname, one.conname);
      END LOOP;
      FOR one IN SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r' LOOP
        EXECUTE format('ALTER TABLE %I DISABLE TRIGGER USER', one.relname);
      END LOOP;
    END $$`);
}
