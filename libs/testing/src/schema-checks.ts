import type { DataSource, EntityTarget, MigrationInterface, ObjectLiteral, QueryRunner } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';

interface CatalogueColumn {
  name: string;
  type: string;
  nullable: boolean;
  generated: boolean;
}

/**
 * Compares entities with the tables created by the migrations: column by column, name, type and nullability.
 * @returns one sentence per difference
 */
export async function compareWithCatalogue(
  dataSource: DataSource,
  entities: readonly EntityTarget<ObjectLiteral>[],
): Promise<string[]> {
  const differences: string[] = [];
  for (const entity of entities) {
    const { tableName, columns } = dataSource.getMetadata(entity);
    const there = await columnsOf(dataSource, tableName);
    if (there.length === 0) differences.push(`${tableName}: there is no such table`);
    else differences.push(...compareTable(dataSource, tableName, { columns, there }));
  }
  return differences;
}

function compareTable(
  dataSource: DataSource,
  table: string,
  { columns, there }: { columns: readonly ColumnMetadata[]; there: readonly CatalogueColumn[] },
): string[] {
  const stated = columns.flatMap((column) => {
    const found = there.find((one) => one.name === column.databaseName);
    const where = `${table}.${column.databaseName}`;
    if (found === undefined) return [`${where}: there is no such column`];
    const type = `${dataSource.driver.normalizeType(column)}${column.isArray ? '[]' : ''}`;
    return [
      ...(type === found.type ? [] : [`${where}: the entity says ${type}, the table ${found.type}`]),
      ...(column.isNullable === found.nullable
        ? []
        : [`${where}: nullable is ${found.nullable} in the table`]),
    ];
  });
  // A generated column, such as a search vector, is the database's own and need not be in the entity.
  const unknown = there.filter(
    (one) => !one.generated && !columns.some((column) => column.databaseName === one.name),
  );
  return [...stated, ...unknown.map((one) => `${table}.${one.name}: the entity does not know it`)];
}

function columnsOf(dataSource: DataSource, table: string): Promise<CatalogueColumn[]> {
  return dataSource.query(
    `SELECT attname AS name, format_type(atttypid, NULL) AS type, NOT attnotnull AS nullable,
            attgenerated <> '' AS generated
     FROM pg_attribute WHERE attrelid = to_regclass(quote_ident($1)) AND attnum > 0 AND NOT attisdropped
     ORDER BY attnum`,
    [table],
  );
}

/**
 * Reverts every migration, checks that nothing is left, applies them again, and checks that the schema is the same.
 * @param dataSource as the owner of the schema, configured with the migrations
 * @returns one sentence per leftover or difference
 */
export async function downAndUp(
  dataSource: DataSource,
  migrations: readonly (new () => MigrationInterface)[],
): Promise<string[]> {
  const before = await snapshotOf(dataSource);
  for (let left = migrations.length; left > 0; left -= 1) {
    await dataSource.undoLastMigration({ transaction: 'each' });
  }
  const leftOver = await snapshotOf(dataSource);
  await dataSource.runMigrations({ transaction: 'each' });
  const after = await snapshotOf(dataSource);
  return [
    ...leftOver.map((line) => `left over: ${line}`),
    ...before.filter((line) => !after.includes(line)).map((line) => `gone: ${line}`),
    ...after.filter((line) => !before.includes(line)).map((line) => `new: ${line}`),
  ];
}

/** Everything in the schema but the table of migrations, a line each: columns, constraints, indexes, triggers, grants. */
async function snapshotOf(dataSource: DataSource): Promise<string[]> {
  const rows: { line: string }[] = await dataSource.query(`
    WITH own AS (
      SELECT oid, relname, relkind, relacl FROM pg_class
      WHERE relnamespace = current_schema()::regnamespace AND relname !~ '^migration'
        AND NOT EXISTS (SELECT 1 FROM pg_index WHERE indexrelid = oid AND indrelid = to_regclass('migration')))
    SELECT format('column %s.%s %s %s %s', relname, attname, format_type(atttypid, atttypmod), attnotnull,
                  pg_get_expr(adbin, adrelid)) AS line
      FROM own JOIN pg_attribute ON attrelid = oid AND attnum > 0 AND NOT attisdropped AND relkind IN ('r', 'p', 'v', 'm')
      LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
    UNION ALL SELECT format('grants %s %s', relname, relacl::text) FROM own WHERE relkind <> 'i'
    UNION ALL SELECT format('constraint %s %s', conname, pg_get_constraintdef(c.oid))
      FROM pg_constraint c JOIN own ON own.oid = conrelid
    UNION ALL SELECT pg_get_indexdef(oid) FROM own WHERE relkind = 'i'
    UNION ALL SELECT pg_get_triggerdef(t.oid) FROM pg_trigger t JOIN own ON own.oid = tgrelid WHERE NOT tgisinternal
    UNION ALL SELECT format('function %s', proname) FROM pg_proc WHERE pronamespace = current_schema()::regnamespace
    UNION ALL SELECT format('type %s', typname) FROM pg_type
      WHERE typnamespace = current_schema()::regnamespace AND typtype IN ('e', 'd')
    ORDER BY line`);
  return rows.map((row) => row.line);
}

/**
 * Explains a statement with sequential scans discouraged: a plan then reads a whole table only if no index can serve.
 * Needs no rows.
 * @returns the lines of the plan that read a whole table
 */
export async function explainsWithoutSeqScan(
  dataSource: DataSource,
  sql: string,
  params: readonly unknown[] = [],
): Promise<string[]> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.startTransaction();
    await runner.query('SET LOCAL enable_seqscan = off');
    const plan: { 'QUERY PLAN': string }[] = await runner.query(`EXPLAIN ${sql}`, [...params]);
    return plan.map((line) => line['QUERY PLAN'].trim()).filter((line) => line.includes('Seq Scan'));
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

export interface RecordedQuery {
  readonly sql: string;
  readonly params: readonly unknown[];
}

/**
 * The statements that a data source runs while some work is done. Due work runs whenever it likes: its statements are among
 * them only where the work is `withDueWork`.
 */
export async function recordQueries(
  dataSource: DataSource,
  work: () => Promise<unknown>,
  { withDueWork = false } = {},
): Promise<RecordedQuery[]> {
  const recorded: RecordedQuery[] = [];
  const { logger } = dataSource;
  const nothing = (): void => undefined;
  const isOfDueWork = dueWorkTeller();
  dataSource.logger = {
    logQuery(sql, params?: unknown[], runner?: QueryRunner) {
      if (withDueWork || !isOfDueWork(sql, runner)) recorded.push({ sql, params: params ?? [] });
    },
    logQueryError: nothing,
    logQuerySlow: nothing,
    logSchemaBuild: nothing,
    logMigration: nothing,
    log: nothing,
  };
  try {
    await work();
  } finally {
    dataSource.logger = logger;
  }
  return recorded;
}

/** Tells due work by its claim, and by a transaction that had begun before the recording did. */
function dueWorkTeller(): (sql: string, runner?: QueryRunner) => boolean {
  const kinds = new WeakMap<QueryRunner, 'due work' | 'other'>();
  return (sql, runner) => {
    if (runner === undefined) return false;
    const hadBegun = !kinds.has(runner) && runner.isTransactionActive && sql !== 'START TRANSACTION';
    if (hadBegun || /\bFROM due WHERE due_at/.test(sql)) kinds.set(runner, 'due work');
    else if (!kinds.has(runner)) kinds.set(runner, 'other');
    return kinds.get(runner) === 'due work';
  };
}
