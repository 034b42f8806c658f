import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@gongxiang/domain';
import { continueTrace } from '@gongxiang/observability';
import { eventually } from '@gongxiang/testing';
import { thingChanged } from '../fixture/bench.fixture.js';
import { type BenchTools, startTools } from '../fixture/tools.fixture.js';
import { recordEvent, Relay } from './index.js';

/** How many rows the relay may change with one statement. */
const stepRows = 500;
let tools: BenchTools;
let relays: Relay[] = [];

beforeAll(async () => {
  tools = await startTools();
  await tools.provide();
  await countStatements();
});
afterAll(() => tools.stop());

beforeEach(async () => {
  await tools.admin.query('TRUNCATE bench.outbox, bench.outbox_doubt, bench.counted');
});
afterEach(async () => {
  await Promise.all(relays.map((relay) => relay.stop()));
  relays = [];
});

/** How many rows of the outbox each statement changes, and how many of them lose their mark. */
async function countStatements(): Promise<void> {
  await tools.admin.query(`
    CREATE TABLE bench.counted (rows integer NOT NULL, taken_back integer NOT NULL);
    GRANT INSERT ON bench.counted TO bench;
    CREATE FUNCTION bench.count_rows() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      INSERT INTO bench.counted SELECT count(*), count(*) FILTER (WHERE n.published_at IS NULL) FROM after_it n;
      RETURN NULL;
    END $$;
    CREATE TRIGGER count_rows AFTER UPDATE ON bench.outbox REFERENCING NEW TABLE AS after_it
      FOR EACH STATEMENT EXECUTE FUNCTION bench.count_rows();`);
}

interface Counted {
  readonly most: number;
  readonly takenBack: number;
}

async function counted(): Promise<Counted> {
  const [found] = (await tools.admin.query(
    `SELECT coalesce(max(rows), 0)::int AS most, coalesce(sum(taken_back), 0)::int AS "takenBack" FROM bench.counted`,
  )) as [Counted];
  return found;
}

/** Inserts events that were published a moment ago. */
async function tellLately(count: number): Promise<void> {
  await tools.admin.query(
    `INSERT INTO bench.outbox (id, subject, envelope, created_at, published_at)
     SELECT gen_random_uuid(), $2, jsonb_build_object('id', n), now(), clock_timestamp() FROM generate_series(1, $1) AS n`,
    [count, thingChanged.subject],
  );
}

function startRelay(): void {
  const relay = new Relay(tools);
  relays.push(relay);
  relay.start();
}

async function record(): Promise<string> {
  const id = newId();
  await tools.transactions.system(continueTrace(undefined), (tx) =>
    recordEvent(tx, thingChanged, id, { id, version: 1, name: 'new' }),
  );
  return id;
}

async function isTold(about: string): Promise<boolean> {
  const rows: unknown[] = await tools.dataSource.query(
    `SELECT 1 FROM outbox WHERE envelope->>'subject' = $1 AND published_at IS NOT NULL`,
    [about],
  );
  return rows.length === 1;
}

async function doubts(): Promise<readonly { readonly cause: string; readonly ended: boolean }[]> {
  return tools.dataSource.query(
    'SELECT cause, ended_at IS NOT NULL AS ended FROM outbox_doubt ORDER BY until',
  );
}

const allEnded = (): Promise<void> =>
  eventually(async () => {
    const found = await doubts();
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ ended }) => ended)).toBe(true);
  });

describe('a relay that starts after a rush', () => {
  it('tells what is new at once, and of 200,000 that are in doubt a few with each statement', async () => {
    await tellLately(200_000);
    startRelay();
    const id = await record();
    await eventually(async () => expect(await isTold(id)).toBe(true));
    const { most, takenBack } = await counted();
    expect(most).toBeLessThanOrEqual(stepRows);
    // By far not all of them were published before it.
    expect(takenBack).toBeLessThan(200_000 / 4);
    expect((await doubts()).filter(({ ended }) => !ended)).toHaveLength(1);
  });

  it('tells each of them once more and ends, whichever replica is at it', async () => {
    await tellLately(3_200);
    for (let replica = 0; replica < 3; replica += 1) startRelay();
    await allEnded();
    expect(await counted()).toEqual({ most: stepRows, takenBack: 3_200 });
    startRelay(); // a fourth adds nothing
    const id = await record();
    await eventually(async () => expect(await isTold(id)).toBe(true));
    expect(await doubts()).toHaveLength(1);
    expect((await counted()).takenBack).toBe(3_200);
  });

  it('goes on where the one before was ended', async () => {
    await tellLately(20_000);
    startRelay();
    await eventually(async () => expect((await counted()).takenBack).toBeGreaterThan(0));
    await relays.pop()?.stop();
    const { takenBack } = await counted();
    expect(takenBack).toBeLessThan(20_000);
    startRelay();
    await allEnded();
    expect((await counted()).takenBack).toBe(20_000);
  });
});
