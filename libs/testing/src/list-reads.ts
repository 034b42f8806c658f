import type { DataSource } from 'typeorm';
import { recordQueries } from './schema-checks.js';

interface FilledColumn {
  readonly name: string;
  readonly type: string;
}

/** Default value of a column by type: the reader of a list does not depend on it. */
const valuesByType: Readonly<Record<string, string>> = {
  uuid: 'gen_random_uuid()',
  text: `'样例'`,
  integer: '1',
  bigint: '1',
  boolean: 'false',
  jsonb: `'[]'`,
  date: 'current_date',
  'timestamp with time zone': 'now()',
};

/**
 * Fills a table with many rows, to see what a query reads of them. The rows need not be consistent, so the table's
 * references and checks are dropped: only for a suite with its own database.
 * @param owner a connection as the owner of the schema
 * @param columns SQL by column, in which `n` is the number of the row, from 1; the others get some value of their
 * type
 */
export async function fillTable(
  owner: DataSource,
  table: string,
  rows: number,
  columns: Readonly<Record<string, string>>,
): Promise<void> {
  await owner.query(`
    DO $$ DECLARE c text; BEGIN
      FOR c IN SELECT conname FROM pg_constraint WHERE conrelid = '${table}'::regclass AND contype IN ('c', 'f') LOOP
        EXECUTE format('ALTER TABLE ${table} DROP CONSTRAINT %I', c);
      END LOOP;
    END $$;
    ALTER TABLE ${table} DISABLE TRIGGER USER`);
  const needed: FilledColumn[] = await owner.query(
    `SELECT attname AS name, format_type(atttypid, NULL) AS type FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attnotnull AND NOT atthasdef`,
    [table],
  );
  const values = {
    ...Object.fromEntries(needed.map(({ name, type }) => [name, valuesByType[type] ?? 'NULL'])),
    ...columns,
  };
  await owner.query(
    `INSERT INTO ${table} (${Object.keys(values).join(', ')})
     SELECT ${Object.values(values).join(', ')} FROM generate_series(1, ${rows}) AS n`,
  );
  await owner.query(`ANALYZE ${table}`);
}

/** SQL of an id for row `n`, in ascending order like ids created one after the other. */
export const idOfRow = `('01980000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid`;

/** A step of an executed plan, as PostgreSQL explains it. */
export interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly PlanNode[];
}

/**
 * How many rows of some tables PostgreSQL reads during some work, including those that it filters out. Each SELECT is
 * run once more and explained.
 */
export async function rowsRead(
  dataSource: DataSource,
  tables: readonly string[],
  work: () => Promise<unknown>,
): Promise<number> {
  const plans = await plansOf(dataSource, work);
  return plans.reduce((sum, plan) => sum + rowsOfPlan(plan, tables), 0);
}

/** How many rows PostgreSQL sorts during some work, in the statements that read a table. @throws Error where none does */
export async function rowsSorted(
  dataSource: DataSource,
  table: string,
  work: () => Promise<unknown>,
): Promise<number> {
  const plans = (await plansOf(dataSource, work)).filter((plan) => tablesOfPlan(plan).has(table));
  if (plans.length === 0) throw new Error(`no statement reads ${table}`);
  return plans.reduce((sum, plan) => sum + sortedIn(plan), 0);
}

function sortedIn({ 'Node Type': kind, Plans: below = [], ...node }: PlanNode): number {
  const own = kind.includes('Sort') ? node['Actual Rows'] * node['Actual Loops'] : 0;
  return below.reduce((sum, one) => sum + sortedIn(one), own);
}

/** The plans of the SELECTs of some work, each of which is run once more. */
async function plansOf(dataSource: DataSource, work: () => Promise<unknown>): Promise<PlanNode[]> {
  const statements = await recordQueries(dataSource, work);
  const plans: PlanNode[] = [];
  for (const { sql, params } of statements.filter((one) => /^\s*(SELECT|WITH)\b/i.test(one.sql))) {
    const plan = await planOf(dataSource, sql, params);
    if (plan !== undefined) plans.push(plan);
  }
  return plans;
}

/** A table, and how many of its rows a statement has read, including those that it filtered out. */
export interface ReadTable {
  readonly table: string;
  readonly rows: number;
}

/** Runs a statement, and says what it read. */
export async function rowsReadBy(
  dataSource: DataSource,
  sql: string,
  params: readonly unknown[],
): Promise<ReadTable[]> {
  const plan = await planOf(dataSource, sql, params);
  if (plan === undefined) return [];
  return [...tablesOfPlan(plan)].map((table) => ({ table, rows: rowsOfPlan(plan, [table]) }));
}

async function planOf(
  dataSource: DataSource,
  sql: string,
  params: readonly unknown[],
): Promise<PlanNode | undefined> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.startTransaction();
    // As on a solid state disk: else PostgreSQL reads ten thousand rows rather than ask an index for a dozen.
    await runner.query('SET LOCAL random_page_cost = 1.1');
    const [explained] = (await runner.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`, [...params])) as {
      'QUERY PLAN': [{ Plan: PlanNode }];
    }[];
    return explained?.['QUERY PLAN'][0].Plan;
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

function tablesOfPlan({ 'Relation Name': table, Plans: below = [] }: PlanNode): Set<string> {
  return new Set([
    ...(table === undefined ? [] : [table]),
    ...below.flatMap((one) => [...tablesOfPlan(one)]),
  ]);
}

/** How many rows of some tables a plan has read, including those that it filtered out. */
export function rowsOfPlan(node: PlanNode, tables: readonly string[]): number {
  const { 'Relation Name': table = '', Plans: below = [] } = node;
  const passedOver = (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
  const own = tables.includes(table) ? (node['Actual Rows'] + passedOver) * node['Actual Loops'] : 0;
  return below.reduce((sum, one) => sum + rowsOfPlan(one, tables), own);
}
