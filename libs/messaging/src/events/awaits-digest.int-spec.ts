import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type AwaitedThingName,
  awaitDigestEvents,
  awaitEvents,
  awaitRetoldEvents,
  type AwaitsDigest,
  awaitsInFlightMax,
  type AwaitsRetold,
  type AwaitsState,
} from '@gongxiang/contracts/notification/awaits';
import { newId } from '@gongxiang/domain';
import { continueTrace } from '@gongxiang/observability';
import type { Transaction } from '@gongxiang/persistence';
import { type BenchTools, startTools } from '../fixture/tools.fixture.js';
import { type Await, retellNext, syncAwaits, tellDigest } from './index.js';

let tools: BenchTools;

beforeAll(async () => {
  tools = await startTools();
});
afterAll(() => tools.stop());
beforeEach(async () => {
  await tools.dataSource.query('DELETE FROM outbox');
  await tools.dataSource.query('DELETE FROM awaited');
});

const inTx = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
  tools.transactions.system(continueTrace(undefined), work);

const asked = (slot = '', title: string | null = null): Await => ({
  kind: 'loanRequested',
  why: 'lends',
  slot,
  title,
  personIds: [],
  about: { loanId: 'loan-1' },
});
const sync = (subject: string, id: string, ...awaits: Await[]): Promise<void> =>
  inTx((tx) => syncAwaits(tx, 'sharing', subject, [{ id, awaits }]));

async function recorded<Data>({ subject }: { readonly subject: string }): Promise<Data[]> {
  const rows: { data: Data }[] = await tools.dataSource.query(
    `SELECT envelope->'data' AS data FROM outbox WHERE subject = $1 ORDER BY position`,
    [subject],
  );
  return rows.map(({ data }) => data);
}

/** What was told has long arrived. */
const land = (): Promise<unknown> =>
  tools.dataSource.query(`UPDATE outbox SET published_at = now() - interval '6 minutes'`);

async function digest(): Promise<AwaitsDigest | undefined> {
  await inTx((tx) => tellDigest(tx, 'sharing'));
  return (await recorded<AwaitsDigest>(awaitDigestEvents.sharing)).at(-1);
}

const told = (id: string): Promise<AwaitsState | undefined> =>
  recorded<AwaitsState>(awaitEvents.sharing).then((all) => all.findLast((one) => one.id === id));

/** All steps of a retelling. */
async function retold(): Promise<AwaitsRetold[]> {
  let after: AwaitedThingName | null = null;
  do {
    const from: AwaitedThingName | null = after;
    const last: AwaitedThingName | 'put off' | null = await inTx((tx) => retellNext(tx, 'sharing', from));
    if (last === 'put off') throw new Error('too much is in flight');
    after = last;
  } while (after !== null);
  return recorded<AwaitsRetold>(awaitRetoldEvents.sharing);
}

describe('a digest of what is awaited', () => {
  it('counts what things wait for, and has a hash of their names, versions and numbers', async () => {
    expect(await digest()).toEqual({ count: 0, hash: createHash('md5').digest('hex'), inFlight: [] });
    const [loan, wait] = [newId(), newId()];
    await sync('loan', loan, asked('a'), asked('b'));
    await sync('loan-wait', wait, asked());
    const versions = [(await told(loan))?.version, (await told(wait))?.version];
    await land();
    const lines = [`loan-wait/${wait}/${versions[1]}/1`, `loan/${loan}/${versions[0]}/2`];
    const hash = createHash('md5').update(lines.join('\n')).digest('hex'); // `-` comes before `/`
    expect(await digest()).toEqual({ count: 3, hash, inFlight: [] });
  });

  it('leaves out what may be in flight: what is not published, and what was a short time ago, also where it is over', async () => {
    const [old, open, over] = [newId(), newId(), newId()];
    await sync('loan', old, asked());
    await sync('loan', over, asked());
    await land();
    const before = await digest();
    expect(before).toMatchObject({ count: 2, inFlight: [] });
    await sync('loan', open, asked());
    await sync('loan', over);
    const names = [
      { subject: 'loan', id: open },
      { subject: 'loan', id: over },
    ];
    const flying = await digest();
    expect(flying?.count).toBe(1);
    expect(flying?.inFlight).toHaveLength(2);
    expect(flying?.inFlight).toEqual(expect.arrayContaining(names));
    await tools.dataSource.query('UPDATE outbox SET published_at = now() WHERE published_at IS NULL');
    expect((await digest())?.inFlight).toHaveLength(2);
    await land();
    expect(await digest()).toMatchObject({ count: 2, inFlight: [] });
  });

  it('waits while more is in flight than it can name', async () => {
    await tools.dataSource.query(
      `INSERT INTO outbox (id, subject, envelope, created_at)
       SELECT gen_random_uuid(), $1, jsonb_build_object('data', jsonb_build_object('subject', 'loan', 'id', gen_random_uuid())), now()
       FROM generate_series(0, $2)`,
      [awaitEvents.sharing.subject, awaitsInFlightMax],
    );
    expect(await inTx((tx) => tellDigest(tx, 'sharing'))).toBe('put off');
    expect(await inTx((tx) => retellNext(tx, 'sharing', null))).toBe('put off');
    expect(await recorded(awaitDigestEvents.sharing)).toEqual([]);
  });

  it('finds the version with which a thing was told last, which only a change moves', async () => {
    const id = newId();
    await sync('loan', id, asked());
    const first = await told(id);
    await sync('loan', id, asked());
    await land();
    const [step] = await retold();
    expect(step?.things).toEqual([{ subject: 'loan', id, version: first?.version, awaits: first?.awaits }]);
    await sync('loan', id, asked('', '投影仪'));
    const [row] = (await tools.dataSource.query('SELECT version FROM awaited WHERE id = $1', [id])) as [
      { version: number },
    ];
    expect(row.version).toBe((await told(id))?.version);
    expect(row.version).toBeGreaterThan(first?.version ?? 0);
  });
});

describe('what is told anew', () => {
  it('has all that is open once, in order, in steps that join', async () => {
    const ids = Array.from({ length: 450 }, () => newId()).sort();
    await inTx((tx) =>
      syncAwaits(
        tx,
        'sharing',
        'loan',
        ids.map((id) => ({ id, awaits: [asked()] })),
      ),
    );
    await land();
    const steps = await retold();
    expect(steps.map(({ things }) => things.length)).toEqual([200, 200, 50]);
    expect(steps.flatMap(({ things }) => things.map(({ id }) => id))).toEqual(ids);
    expect(steps.map(({ after }) => after?.id)).toEqual([undefined, ids[199], ids[399]]);
    expect(steps.map(({ upTo }) => upTo?.id)).toEqual([ids[199], ids[399], undefined]);
  });

  it('takes fewer things a step where they say much', async () => {
    const title = '长'.repeat(1_000);
    const many = Array.from({ length: 100 }, (_one, index) => asked(String(index), title));
    const ids = Array.from({ length: 3 }, () => newId()).sort();
    for (const id of ids) await sync('loan', id, ...many);
    await land();
    const steps = await retold();
    expect(steps.map(({ things }) => things.map(({ id }) => id))).toEqual([[ids[0]], [ids[1]], [ids[2]]]);
  });

  it('names what is in flight, and says nothing of it', async () => {
    const [old, late] = [newId(), newId()].sort();
    await sync('loan', old ?? '', asked());
    await land();
    await sync('loan', late ?? '', asked());
    const [step] = await retold();
    expect(step?.things.map(({ id }) => id)).toEqual([old]);
    expect(step?.inFlight).toEqual([{ subject: 'loan', id: late }]);
    expect(step?.upTo).toBeNull();
  });
});
