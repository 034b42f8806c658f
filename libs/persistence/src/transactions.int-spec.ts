import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type ActionRule, type CallContext, DomainError, newId, rootPath } from '@gongxiang/domain';
import { actorWith } from '@gongxiang/testing';
import { deleteExpiredAnswers, requestHash } from './idempotency.js';
import { sqlState } from './in-transaction.js';
import { sealPlain } from './reseal.js';
import { keptAnswers } from './sealed-place.js';
import { callBy, startSuite, type Suite } from './suite.fixture.js';
import { requireVersion, type Transaction } from './transaction.js';
import { ExistingResult } from './transactions.js';

let suite: Suite;

beforeAll(async () => {
  suite = await startSuite();
});
afterAll(() => suite.stop());

beforeEach(async () => {
  await suite.service.query('DELETE FROM thing');
  await suite.service.query('INSERT INTO thing (id) VALUES (1), (2)');
});

const contract = { subject: 'shelf.thing.add' };
const addToFirst = (tx: Transaction): Promise<unknown> =>
  tx.sql.query('UPDATE thing SET n = n + 1 WHERE id = 1');
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function valueOf(id: number): Promise<number> {
  const rows: { n: number }[] = await suite.service.query('SELECT n FROM thing WHERE id = $1', [id]);
  return rows[0]?.n ?? -1;
}

/** Returns a barrier: a function that waits until the stated number of callers have called it. */
function meeting(size: number): () => Promise<void> {
  let arrived = 0;
  let open: () => void = () => undefined;
  const all = new Promise<void>((resolve) => (open = resolve));
  return () => {
    arrived += 1;
    if (arrived >= size) open();
    return all;
  };
}

describe('inTransaction', () => {
  it('tries the victim of a deadlock again, so that both transactions succeed', async () => {
    const met = meeting(2);
    let runs = 0;
    const lockBoth = (first: number, second: number) =>
      suite.transactions.system(callBy().traceparent, async (tx) => {
        runs += 1;
        await tx.sql.query('UPDATE thing SET n = n + 1 WHERE id = $1', [first]);
        await met();
        await tx.sql.query('UPDATE thing SET n = n + 1 WHERE id = $1', [second]);
      });
    await Promise.all([lockBoth(1, 2), lockBoth(2, 1)]);
    expect(runs).toBe(3); // two, and the victim again
    expect([await valueOf(1), await valueOf(2)]).toEqual([2, 2]);
  });

  it('tries a serialization failure again', async () => {
    const met = meeting(2);
    let runs = 0;
    const increment = () =>
      suite.transactions.system(callBy().traceparent, async (tx) => {
        runs += 1;
        await tx.sql.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
        const [row] = (await tx.sql.query('SELECT n FROM thing WHERE id = 1')) as [{ n: number }];
        await met();
        await tx.sql.query('UPDATE thing SET n = $1 WHERE id = 1', [row.n + 1]);
      });
    await Promise.all([increment(), increment()]);
    expect(runs).toBe(3);
    expect(await valueOf(1)).toBe(2); // no lost update
  });

  it('gives up after four tries, with the error of PostgreSQL', async () => {
    let runs = 0;
    const failing = suite.transactions.system(callBy().traceparent, async (tx) => {
      runs += 1;
      await tx.sql.query(`DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '40001'; END $$`);
    });
    const error: unknown = await failing.catch((caught: unknown) => caught);
    expect([sqlState(error), runs]).toEqual(['40001', 4]);
  });

  it('does not try another failure again, and leaves nothing behind', async () => {
    let runs = 0;
    const failing = suite.transactions.system(callBy().traceparent, async (tx) => {
      runs += 1;
      await addToFirst(tx);
      throw new DomainError('NO');
    });
    await expect(failing).rejects.toMatchObject({ code: 'NO' });
    expect([runs, await valueOf(1)]).toEqual([1, 0]);
  });

  it('refuses a call whose time is up before it takes a connection', async () => {
    const late = callBy(actorWith(), { deadline: Date.now() - 1 });
    await expect(suite.transactions.command(late, contract, {}, addToFirst)).rejects.toMatchObject({
      code: 'TIME_UP',
    });
    await expect(suite.transactions.read(late, addToFirst)).rejects.toMatchObject({ code: 'TIME_UP' });
    expect(await valueOf(1)).toBe(0);
  });

  it('runs what follows the commit once, and not after a rollback', async () => {
    const committed: string[] = [];
    await suite.transactions.system(callBy().traceparent, async (tx) =>
      tx.afterCommit(() => committed.push('done')),
    );
    const failing = suite.transactions.system(callBy().traceparent, async (tx) => {
      tx.afterCommit(() => committed.push('never'));
      throw new DomainError('NO');
    });
    await expect(failing).rejects.toThrow();
    expect(committed).toEqual(['done']);
  });
});

describe('a command that asks for the version that was seen', () => {
  const versioned = { subject: 'shelf.thing.decide', shownBy: {} };
  const decide = (ifMatch: number | null): Promise<unknown> =>
    suite.transactions.command(callBy(actorWith(), { ifMatch }), versioned, {}, async (tx) => {
      requireVersion(tx, 7);
      await addToFirst(tx);
    });

  it('is done for whoever has seen the present one', async () => {
    await decide(7);
    expect(await valueOf(1)).toBe(1);
  });

  it.each([
    [6, 'VERSION_STALE'],
    [null, 'VERSION_REQUIRED'],
  ])('is refused to whoever has seen %s', async (seen, code) => {
    await expect(decide(seen)).rejects.toMatchObject({ code });
    expect(await valueOf(1)).toBe(0);
  });

  it('is not done at all where its use case forgets to compare', async () => {
    const careless = suite.transactions.command(callBy(), versioned, {}, addToFirst);
    await expect(careless).rejects.toThrow('shelf.thing.decide decides without a look at the version');
    expect(await valueOf(1)).toBe(0);
  });
});

describe('idempotency', () => {
  const keyed = (actor = actorWith(), idempotencyKey = newId<'key'>()): CallContext =>
    callBy(actor, { idempotencyKey });

  it('does a command once and answers its repetition with the first answer', async () => {
    const call = keyed();
    const add = () =>
      suite.transactions.command(call, contract, { b: 1, a: 2 }, async (tx) => {
        await addToFirst(tx);
        return { total: await valueOf(2) };
      });
    expect(await add()).toEqual({ body: { total: 0 }, existing: false, replayed: false });
    expect(await add()).toEqual({ body: { total: 0 }, existing: false, replayed: true });
    expect(await valueOf(1)).toBe(1);
  });

  it('knows an equal request whatever the order of its fields', async () => {
    const call = keyed();
    await suite.transactions.command(call, contract, { a: 1, b: { c: 2, d: 3 } }, addToFirst);
    const again = await suite.transactions.command(call, contract, { b: { d: 3, c: 2 }, a: 1 }, addToFirst);
    expect(again.replayed).toBe(true);
  });

  it('E86: refuses the same key with another body', async () => {
    const call = keyed();
    await suite.transactions.command(call, contract, { a: 1 }, addToFirst);
    await expect(suite.transactions.command(call, contract, { a: 2 }, addToFirst)).rejects.toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
    expect(await valueOf(1)).toBe(1);
  });

  it('keeps the keys of two people and of two commands apart', async () => {
    const key = newId<'key'>();
    const call = keyed(actorWith(), key);
    await suite.transactions.command(call, contract, {}, addToFirst);
    await suite.transactions.command(keyed(actorWith(), key), contract, {}, addToFirst);
    await suite.transactions.command(call, { subject: 'shelf.thing.other' }, {}, addToFirst);
    expect(await valueOf(1)).toBe(3);
  });

  it('replays a natural duplicate as one', async () => {
    const call = keyed();
    const find = () =>
      suite.transactions.command(call, contract, {}, async () => new ExistingResult({ id: 7 }));
    expect(await find()).toEqual({ body: { id: 7 }, existing: true, replayed: false });
    expect(await find()).toEqual({ body: { id: 7 }, existing: true, replayed: true });
  });

  it('replays a refusal by a rule, with its pointer and parameters, though the reason is gone', async () => {
    const call = keyed();
    const refusal = new DomainError('SEATS_FULL', { pointer: '/seat', params: { max: 3 } });
    let isFull = true;
    const ask = () =>
      suite.transactions.command(call, contract, {}, async (tx) => {
        if (isFull) throw refusal;
        return addToFirst(tx);
      });
    await expect(ask()).rejects.toBe(refusal);
    isFull = false;
    await expect(ask()).rejects.toMatchObject({
      code: 'SEATS_FULL',
      params: { max: 3 },
      errors: [{ pointer: '/seat', code: 'SEATS_FULL', params: { max: 3 } }],
    });
    expect(await valueOf(1)).toBe(0);
  });

  it('does not keep a refusal that may pass in a moment', async () => {
    const call = keyed();
    let isPending = true;
    const ask = () =>
      suite.transactions.command(call, contract, {}, async (tx) => {
        if (isPending) throw new DomainError('REFERENCE_PENDING', { retryAfterSeconds: 1 });
        return addToFirst(tx);
      });
    await expect(ask()).rejects.toMatchObject({ code: 'REFERENCE_PENDING' });
    isPending = false;
    expect((await ask()).replayed).toBe(false);
  });

  it('does not keep a failure that is our own', async () => {
    const call = keyed();
    const failing = suite.transactions.command(call, contract, {}, async () => {
      throw new Error('a mistake');
    });
    await expect(failing).rejects.toThrow('a mistake');
    expect((await suite.transactions.command(call, contract, {}, addToFirst)).replayed).toBe(false);
  });

  it.each([
    [true, 'NOT_PERMITTED'],
    [false, 'NOT_FOUND'],
  ])(
    'authorises a replay anew: roles that were lost meanwhile (visible: %s) make it %s',
    async (visible, code) => {
      const personId = newId();
      const officer = actorWith({ personId, roles: [['officer', newId(), rootPath]] });
      const rule: ActionRule = { roles: ['officer'] };
      const key = newId<'key'>();
      const ask = (actor: typeof officer) =>
        suite.transactions.command(keyed(actor, key), contract, {}, async (tx) => {
          tx.authorise(rule, { paths: ['1.2.'], visible });
          return { secret: true };
        });
      await ask(officer);
      expect((await ask(officer)).replayed).toBe(true);
      await expect(ask({ ...officer, roles: [] })).rejects.toMatchObject({ code });
    },
  );

  it('lets a repetition wait for the first, and then answers the same', async () => {
    const call = keyed();
    const ask = () =>
      suite.transactions.command(call, contract, {}, async (tx) => {
        await addToFirst(tx);
        await wait(200);
        return { id: newId() };
      });
    const [one, two] = await Promise.all([ask(), ask()]);
    expect(one.body).toEqual(two.body);
    expect([one.replayed, two.replayed].sort()).toEqual([false, true]);
    expect(await valueOf(1)).toBe(1);
  });

  it('answers IDEMPOTENCY_IN_PROGRESS where the first runs for more than five seconds', async () => {
    const call = keyed();
    let finish: () => void = () => undefined;
    const finished = new Promise<void>((resolve) => (finish = resolve));
    const met = meeting(2);
    const first = suite.transactions.command(call, contract, {}, async () => {
      void met();
      await finished;
    });
    await met();
    const second = suite.transactions.command(call, contract, {}, addToFirst);
    await expect(second).rejects.toMatchObject({ code: 'IDEMPOTENCY_IN_PROGRESS', retryAfterSeconds: 1 });
    finish();
    expect((await first).replayed).toBe(false);
  });

  it('keeps what may be shown again instead of a secret', async () => {
    const call = keyed();
    const make = () =>
      suite.transactions.command(call, contract, {}, async () => ({ token: 'abc' as string | null }), {
        keep: () => ({ token: null }),
      });
    expect((await make()).body.token).toBe('abc');
    expect((await make()).body.token).toBeNull();
  });

  it('keeps no name of an answer in clear, and answers the retry to the letter', async () => {
    const call = keyed();
    const view = { zeta: '欧阳未泄', alpha: [{ phone: '13986127354' }], nothing: null };
    const make = () => suite.transactions.command(call, contract, {}, async () => view);
    const refuse = () =>
      suite.transactions.command({ ...call, idempotencyKey: newId() }, contract, {}, async () => {
        throw new DomainError('NO', { params: { name: '欧阳未泄' } });
      });
    await make();
    await expect(refuse()).rejects.toMatchObject({ code: 'NO' });
    const rows: { line: string }[] = await suite.service.query('SELECT i::text AS line FROM idempotency i');
    expect(rows.filter(({ line }) => /欧阳|13986127354/.test(line))).toEqual([]);
    const again = await make();
    expect([again.replayed, JSON.stringify(again.body)]).toEqual([true, JSON.stringify(view)]);
  });

  it('keeps nothing from which a phone number that was asked for could be guessed', async () => {
    const [asked, refused] = [keyed(), keyed()];
    const request = { phone: '13986127354' };
    await suite.transactions.command(asked, contract, request, async () => null);
    const refuse = suite.transactions.command(refused, contract, request, async () => {
      throw new DomainError('NO');
    });
    await expect(refuse).rejects.toMatchObject({ code: 'NO' });
    const rows: { line: string }[] = await suite.service.query('SELECT i::text AS line FROM idempotency i');
    expect(rows.filter(({ line }) => line.includes(requestHash(request)))).toEqual([]);
    const other = { phone: '13986127355' };
    for (const call of [asked, refused])
      await expect(suite.transactions.command(call, contract, other, async () => null)).rejects.toMatchObject(
        { code: 'IDEMPOTENCY_KEY_REUSED' },
      );
  });

  it('opens an answer under its own key alone', async () => {
    const [mine, other] = [keyed(), keyed()];
    for (const call of [mine, other]) await suite.transactions.command(call, contract, {}, async () => call);
    await suite.service.query(
      `UPDATE idempotency SET sealed_body = (SELECT sealed_body FROM idempotency WHERE key = $1) WHERE key = $2`,
      [mine.idempotencyKey, other.idempotencyKey],
    );
    await expect(suite.transactions.command(other, contract, {}, async () => other)).rejects.toThrow();
  });

  it('seals what an earlier version has kept plain, once, and replays it', async () => {
    const call = keyed();
    const answer = { id: 1, name: '欧阳未泄' };
    await suite.transactions.command(call, contract, {}, async () => answer);
    await suite.service.query('UPDATE idempotency SET sealed_body = $1, request_hash = $2', [
      JSON.stringify(answer),
      requestHash({}),
    ]);
    await suite.service.query(`INSERT INTO unsealed_table VALUES ('idempotency')`);
    const options = { cipher: suite.cipher, places: [keptAnswers], rowsMax: 2 };
    expect(await sealPlain(suite.transactions, options)).toBeGreaterThan(2);
    expect(await sealPlain(suite.transactions, options)).toBe(0);
    expect(await suite.service.query(`SELECT 1 FROM idempotency WHERE sealed_body LIKE '%欧阳%'`)).toEqual(
      [],
    );
    const again = await suite.transactions.command(call, contract, {}, async () => answer);
    expect(again).toEqual({ body: answer, existing: false, replayed: true });
  });

  it('forgets an answer after 24 hours', async () => {
    const call = keyed();
    await suite.transactions.command(call, contract, {}, addToFirst);
    const hour = 3_600_000;
    await deleteExpiredAnswers(suite.service, new Date(suite.clock.now().getTime() + 24 * hour));
    expect((await suite.transactions.command(call, contract, {}, addToFirst)).replayed).toBe(true);
    await deleteExpiredAnswers(suite.service, new Date(suite.clock.now().getTime() + 24 * hour + 1));
    expect((await suite.transactions.command(call, contract, {}, addToFirst)).replayed).toBe(false);
  });
});
