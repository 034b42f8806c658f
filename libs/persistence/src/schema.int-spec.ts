import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DomainError } from '@gongxiang/domain';
import { continueTrace, currentTraceparent, runWithoutTrace, runWithTrace } from '@gongxiang/observability';
import { downAndUp, eventually, explainsWithoutSeqScan } from '@gongxiang/testing';
import { type DataSource, EntitySchema, type MigrationInterface, type QueryRunner } from 'typeorm';
import { applyBaseline, dropBaseline } from './baseline.js';
import { day, fen, instant } from './columns.js';
import { createDataSource, poolState } from './data-source.js';
import { sqlState } from './in-transaction.js';
import { migrate } from './migrate.js';
import { callBy, migrations, startSuite, type Suite } from './suite.fixture.js';

let suite: Suite;
const insufficientPrivilege = '42501';
const undefinedFunction = '42883';

beforeAll(async () => {
  suite = await startSuite();
});
afterAll(() => suite.stop());

async function failureOf(dataSource: DataSource, sql: string): Promise<string | null> {
  return dataSource.query(sql).then(
    () => null,
    (error: unknown) => sqlState(error),
  );
}

describe('the two roles of a service', () => {
  it.each([
    'CREATE TABLE mine (id integer)',
    'CREATE TABLE public.mine (id integer)',
    'DROP TABLE thing',
    'ALTER TABLE thing ADD COLUMN more integer',
    'DROP TRIGGER audit_record_append_only ON audit_record',
    'ALTER TABLE audit_record DISABLE TRIGGER ALL',
    'SET session_replication_role = replica',
    'SELECT * FROM neighbour.thing',
    'INSERT INTO neighbour.thing (id) VALUES (1)',
    'SET ROLE shelf_owner',
  ])('keep the service from: %s', async (sql) => {
    expect(await failureOf(suite.service, sql)).toBe(insufficientPrivilege);
  });

  it.each([
    'SELECT * FROM neighbour.thing',
    'DROP SCHEMA neighbour',
    'SET ROLE neighbour',
    'CREATE ROLE mine',
  ])('keep the owner from: %s', async (sql) => {
    expect(await failureOf(suite.owner, sql)).toBe(insufficientPrivilege);
  });

  it('let the service read and write rows', async () => {
    await suite.service.query('INSERT INTO thing (id) VALUES (1)');
    await suite.service.query('UPDATE thing SET n = 5 WHERE id = 1');
    expect(await suite.service.query('SELECT * FROM thing')).toEqual([{ id: 1, n: 5 }]);
    await suite.service.query('DELETE FROM thing');
  });
});

describe('migrations', () => {
  it('go down to an empty schema and up again to the same', async () => {
    await suite.owner.query('DROP TABLE thing');
    expect(await downAndUp(suite.owner, migrations)).toEqual([]);
    await suite.owner.query('CREATE TABLE thing (id integer PRIMARY KEY, n integer NOT NULL DEFAULT 0)');
  });

  it('are applied once by two that start together', async () => {
    for (const _one of migrations) await suite.owner.undoLastMigration();
    const other = await suite.connect('shelf_owner');
    const applied = await Promise.all([migrate(suite.owner), migrate(other)]);
    expect(applied.flat().sort()).toEqual(migrations.map((one) => one.name).sort());
    expect(await migrate(suite.owner)).toEqual([]);
  });

  it('that fail leave nothing behind but those before them, and the start says which failed and why', async () => {
    const failing = await ownerWith([Good1763600000002, HalfBad1763600000003]);
    const start = migrate(failing);
    await expect(start).rejects.toThrow(
      /the migration HalfBad1763600000003 failed, those before it stay: .*no_such_table/,
    );
    expect(await tablesAmong('good', 'half_way')).toEqual(['good']);
    await failing.destroy();
    const mended = await ownerWith([Good1763600000002, Mended1763600000003]);
    expect(await migrate(mended)).toEqual(['Mended1763600000003']);
    await mended.undoLastMigration();
    await mended.undoLastMigration();
    await mended.destroy();
  });

  it('let the service work on while a long reader keeps them from their lock, and are applied after it', async () => {
    const reader = suite.service.createQueryRunner();
    await reader.startTransaction();
    await reader.query('SELECT * FROM thing');
    const owner = await ownerWith([Widens1763600000002]);
    const migrated = migrate(owner, { lockTimeoutMs: 50, triesMax: 1_000, pauseMs: 50 });
    // Behind a migration that waits for its lock, each of these would wait until the reader ends.
    for (let n = 1; n <= 20; n += 1) await suite.service.query('SELECT * FROM thing');
    expect(await owner.query(`SELECT 1 FROM migration WHERE name LIKE 'Widens%'`)).toEqual([]);
    await reader.commitTransaction();
    await reader.release();
    expect(await migrated).toEqual(['Widens1763600000002']);
    await owner.undoLastMigration();
    await owner.destroy();
  });

  it('make an index while others write, outside of a transaction, and once where two start together', async () => {
    const writer = suite.service.createQueryRunner();
    await writer.startTransaction();
    await writer.query('INSERT INTO thing (id) VALUES (77)');
    const owners = [await ownerWith([Indexes1763600000002]), await ownerWith([Indexes1763600000002])];
    const migrated = Promise.all(owners.map((owner) => migrate(owner)));
    // It waits for the end of the first writer, and keeps no second one from writing.
    await eventually(async () =>
      expect(
        await suite.owner.query(`SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass('thing_n')`),
      ).toEqual([{ indisvalid: false }]),
    );
    await suite.service.query('INSERT INTO thing (id) VALUES (78)');
    await writer.commitTransaction();
    await writer.release();
    expect((await migrated).flat()).toEqual(['Indexes1763600000002']);
    expect(
      await suite.owner.query(`SELECT indisvalid FROM pg_index WHERE indexrelid = 'thing_n'::regclass`),
    ).toEqual([{ indisvalid: true }]);
    await owners[0]?.query(`DROP INDEX thing_n; DELETE FROM migration WHERE name LIKE 'Indexes%'`);
    await Promise.all(owners.map((owner) => owner.destroy()));
  });

  it('give up in words where their lock is never to be had', async () => {
    const reader = suite.service.createQueryRunner();
    await reader.startTransaction();
    await reader.query('SELECT * FROM thing');
    const owner = await ownerWith([Widens1763600000002]);
    await expect(migrate(owner, { lockTimeoutMs: 20, triesMax: 3, pauseMs: 1 })).rejects.toThrow(
      /the migration Widens1763600000002 failed.*another session holds a lock/,
    );
    await reader.commitTransaction();
    await reader.release();
    await owner.destroy();
  });
});

describe('a baseline', () => {
  const parts = [
    { sql: 'CREATE TABLE shelf_room (id integer PRIMARY KEY);', appendOnly: [] },
    {
      sql: `
CREATE TABLE shelf_visit (room_id integer REFERENCES shelf_room);
CREATE VIEW shelf_visits AS SELECT count(*) FROM shelf_visit;
CREATE FUNCTION shelf_one() RETURNS integer LANGUAGE sql RETURN 1;
`,
      appendOnly: ['shelf_visit'],
    },
  ];

  it('is made in an empty schema, and removed with all that it made', async () => {
    const runner = suite.owner.createQueryRunner();
    await applyBaseline(runner, 'Never1', parts);
    await suite.service.query('INSERT INTO shelf_room VALUES (1)');
    await suite.service.query('INSERT INTO shelf_visit VALUES (1)');
    expect(await failureOf(suite.service, 'DELETE FROM shelf_visit')).toBe(insufficientPrivilege);
    await dropBaseline(runner, parts);
    expect(await tablesAmong('shelf_room', 'shelf_visit', 'shelf_visits')).toEqual([]);
    expect(await failureOf(suite.owner, 'SELECT shelf_one()')).toBe(undefinedFunction);
    await runner.release();
  });

  it('leaves a schema alone that has run all the migrations for which it stands', async () => {
    const runner = suite.owner.createQueryRunner();
    await applyBaseline(runner, migrations.at(-1)?.name ?? '', parts);
    expect(await tablesAmong('shelf_room', 'shelf_visit')).toEqual([]);
    await runner.release();
  });

  it('is refused in words where a schema has run some of them only', async () => {
    const runner = suite.owner.createQueryRunner();
    await runner.query('CREATE TABLE shelf_room (id integer)');
    await expect(applyBaseline(runner, 'Never1', parts)).rejects.toThrow(/not all up to Never1/);
    await runner.query('DROP TABLE shelf_room');
    await runner.release();
  });
});

async function ownerWith(more: readonly (new () => MigrationInterface)[]): Promise<DataSource> {
  const { url } = suite.owner.options as { url: string };
  const all = [...migrations, ...more];
  return createDataSource({ url, schema: 'shelf', entities: [], migrations: all }).initialize();
}

async function tablesAmong(...names: readonly string[]): Promise<string[]> {
  const rows: { name: string }[] = await suite.owner.query(
    `SELECT name FROM unnest($1::text[]) AS name WHERE to_regclass(name) IS NOT NULL ORDER BY name`,
    [names],
  );
  return rows.map(({ name }) => name);
}

class Good1763600000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE good (id integer)');
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE good');
  }
}

class HalfBad1763600000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE half_way (id integer)');
    await runner.query('DROP TABLE no_such_table');
  }
  async down(): Promise<void> {
    throw new DomainError('NO');
  }
}

class Mended1763600000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE half_way (id integer)');
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE half_way');
  }
}

class Indexes1763600000002 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX CONCURRENTLY IF EXISTS thing_n');
    await runner.query('CREATE INDEX CONCURRENTLY thing_n ON thing (n)');
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX CONCURRENTLY thing_n');
  }
}

class Widens1763600000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE thing ADD COLUMN more integer');
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE thing DROP COLUMN more');
  }
}

describe('the trace of a statement', () => {
  const watch = async (marker: string): Promise<string[]> => {
    const rows: { query: string }[] = await suite.admin.query(
      `SELECT query FROM pg_stat_activity WHERE query LIKE '%' || $1 || '%' AND pid <> pg_backend_pid()`,
      [marker],
    );
    return rows.map((row) => row.query);
  };

  it('stands behind it as a comment, where PostgreSQL shows and logs it', async () => {
    const traceparent = continueTrace(undefined);
    await runWithTrace(traceparent, () => suite.service.query('SELECT $1::int AS shown_with_trace', [1]));
    expect(await watch('shown_with_trace')).toEqual([
      `SELECT $1::int AS shown_with_trace /*traceparent='${traceparent}'*/`,
    ]);
  });

  it('goes with every statement of a transaction', async () => {
    const call = callBy();
    let seen: string[] = [];
    await runWithTrace(call.traceparent, () =>
      suite.transactions.system(call.traceparent, async (tx) => {
        await tx.sql.query('SELECT 1 AS within_transaction');
        seen = await watch('within_transaction');
      }),
    );
    expect(seen[0]).toContain(call.traceparent);
  });

  it('is absent outside a trace', async () => {
    await runWithTrace(continueTrace(undefined), () =>
      runWithoutTrace(() => suite.service.query('SELECT 1 AS shown_without_trace')),
    );
    expect(await watch('shown_without_trace')).toEqual(['SELECT 1 AS shown_without_trace']);
  });

  it('cannot smuggle a statement in', async () => {
    await runWithTrace(`00-*/; DROP TABLE thing; --`, async () => {
      expect(currentTraceparent()).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/);
      await suite.service.query('SELECT 1');
    });
    expect(await failureOf(suite.service, 'SELECT * FROM thing')).toBeNull();
  });
});

describe('values', () => {
  const sample = new EntitySchema<{ id: number; amount: bigint; born: string; at: Date }>({
    name: 'Sample',
    tableName: 'sample',
    columns: {
      id: { type: 'integer', primary: true },
      amount: fen as { type: 'bigint' },
      born: day as { type: 'date' },
      at: instant as { type: 'timestamptz' },
    },
  });

  it('come back as they went: fen as bigint, days as text in any zone, moments to the millisecond', async () => {
    await suite.owner.query(
      'CREATE TABLE sample (id integer PRIMARY KEY, amount bigint, born date, at timestamptz)',
    );
    const url = (suite.service.options as { url: string }).url;
    const dataSource = await createDataSource({ url, schema: 'shelf', entities: [sample] }).initialize();
    // Clocks in Shanghai were moved at midnight of this day; as a Date it would become the day before.
    const row = {
      id: 1,
      amount: 900_719_925_474_099_3n,
      born: '1986-05-04',
      at: new Date('2026-11-20T01:02:03.004Z'),
    };
    await dataSource.manager.insert(sample, row);
    expect(await dataSource.manager.findOneBy(sample, { id: 1 })).toEqual(row);
    expect(
      await dataSource.query('SELECT sum(amount)::bigint AS total, count(*)::int AS count FROM sample'),
    ).toEqual([{ total: row.amount, count: 1 }]);
    expect(poolState(dataSource).total).toBeGreaterThan(0);
    await dataSource.destroy();
  });
});

describe('explaining a statement', () => {
  it('names the tables that no index serves', async () => {
    expect(await explainsWithoutSeqScan(suite.service, 'SELECT * FROM thing WHERE id = $1', [1])).toEqual([]);
    expect(await explainsWithoutSeqScan(suite.service, 'SELECT * FROM thing WHERE n = $1', [1])).toEqual([
      expect.stringContaining('Seq Scan on thing'),
    ]);
  });
});
