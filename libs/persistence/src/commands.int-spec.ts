import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type CallContext, DomainError, newId } from '@gongxiang/domain';
import { actorWith } from '@gongxiang/testing';
import type { Batch } from './batches.js';
import { callBy, startSuite, type Suite } from './suite.fixture.js';
import { type GroupedRequest, pendingRequest, type Outcome } from './transactions.js';
import { Turns } from './turns.js';

interface Add {
  readonly n: number;
}

let suite: Suite;
let decided: number[][];

beforeAll(async () => {
  suite = await startSuite();
});
afterAll(() => suite.stop());

beforeEach(async () => {
  decided = [];
  await suite.service.query('DELETE FROM thing');
  await suite.service.query('INSERT INTO thing (id) VALUES (1)');
});

const contract = { subject: 'shelf.thing.addAll' };
const keyed = (actor = actorWith(), idempotencyKey = newId<'key'>()): CallContext =>
  callBy(actor, { idempotencyKey });

const turn = new Turns({ waitingMax: 1, keysAtOnce: 1 }).at('1');
const lock = (): Promise<void> => Promise.resolve();
const batchOf = <Item>(items: readonly Item[]): Batch<Item> => ({
  turn,
  take: () => items,
  sent: () => undefined,
});

/** Adds each number to the thing; negative numbers are refused, 13 is refused for now. */
async function addAll(asked: readonly GroupedRequest<Add>[]): Promise<(number | DomainError)[]> {
  decided.push(asked.map(({ request }) => request.n));
  const results: (number | DomainError)[] = [];
  for (const { tx, request } of asked) {
    if (request.n < 0) results.push(new DomainError('OUT_OF_RANGE', { pointer: '/n' }));
    else if (request.n === 13) results.push(new DomainError('BUSY', { retryAfterSeconds: 1 }));
    else {
      await tx.sql.query('UPDATE thing SET n = n + $1 WHERE id = 1', [request.n]);
      tx.audit({ noun: 'thing', id: '1', after: { added: request.n } });
      results.push(request.n);
    }
  }
  return results;
}

function add(
  ...requests: readonly (readonly [CallContext, number])[]
): Promise<(Outcome<number> | DomainError)[]> {
  return suite.transactions.commands(
    contract,
    batchOf(requests.map(([call, n]) => pendingRequest({ n }, call))),
    {
      lock,
      decide: addAll,
    },
  );
}

async function total(): Promise<number> {
  const [row] = (await suite.service.query('SELECT n FROM thing WHERE id = 1')) as [{ n: number }];
  return row.n;
}

const outcome = (body: number, more: object = {}): object => ({
  body,
  existing: false,
  replayed: false,
  ...more,
});

describe('commands that are decided together', () => {
  it('have each an answer of its own, and a refusal takes nothing back from the others', async () => {
    const answers = await add([keyed(), 1], [keyed(), -5], [callBy(), 2]);
    expect(answers).toEqual([outcome(1), expect.objectContaining({ code: 'OUT_OF_RANGE' }), outcome(2)]);
    expect(await total()).toBe(3);
  });

  it('are told the first answer when they come again, alone or with others, and refusals too', async () => {
    const [once, refused] = [keyed(), keyed()];
    await add([once, 1], [refused, -1]);
    const again = await add([refused, -1], [keyed(), 4], [once, 1]);
    expect(again).toEqual([
      expect.objectContaining({ code: 'OUT_OF_RANGE' }),
      outcome(4),
      outcome(1, { replayed: true }),
    ]);
    expect(decided).toEqual([[1, -1], [4]]);
    const alone = await suite.transactions.command(once, contract, { n: 1 }, () => Promise.resolve(99));
    expect(alone).toEqual(outcome(1, { replayed: true }));
    expect(await total()).toBe(5);
  });

  it('find what was answered to one that came alone', async () => {
    const call = keyed();
    await suite.transactions.command(call, contract, { n: 7 }, () => Promise.resolve(7));
    expect(await add([call, 7], [keyed(), 1])).toEqual([outcome(7, { replayed: true }), outcome(1)]);
    expect(await total()).toBe(1);
  });

  it('refuse a key for another request, and answer once who comes twice at the same moment', async () => {
    const actor = actorWith();
    const key = newId<'key'>();
    const [first, second, third] = await add(
      [keyed(actor, key), 1],
      [keyed(actor, key), 1],
      [keyed(actor, key), 2],
    );
    expect([first, second]).toEqual([outcome(1), outcome(1, { replayed: true })]);
    expect(third).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
    expect(await total()).toBe(1);
    expect((await add([keyed(actor, key), 3]))[0]).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  });

  it('E18: take effect once where two processes are asked under one key at the same moment', async () => {
    const [twice, other] = [keyed(), keyed()];
    const both = await Promise.all([add([twice, 3], [other, 5]), add([twice, 3])]);
    expect(await total()).toBe(8);
    const refusals = [both[0][0], both[1][0]];
    expect(refusals).toEqual(
      expect.arrayContaining([outcome(3), expect.objectContaining({ body: 3, replayed: true })]),
    );
    // The later transaction was rolled back.
    expect(decided.length).toBeGreaterThanOrEqual(2);
  });

  it('do not take the key of one person for that of another', async () => {
    const key = newId<'key'>();
    expect(await add([keyed(actorWith(), key), 1], [keyed(actorWith(), key), 2])).toEqual([
      outcome(1),
      outcome(2),
    ]);
  });

  it('leave a key free where the refusal asks to come again', async () => {
    const call = keyed();
    expect((await add([call, 13]))[0]).toMatchObject({ code: 'BUSY' });
    expect(await add([call, 2])).toEqual([outcome(2)]);
  });

  it('are in the trail each with its own actor, origin and trace', async () => {
    const [one, two] = [keyed(), { ...keyed(), from: '10.0.0.2' }];
    await add([one, 1], [keyed(), -1], [two, 2]);
    const rows = await suite.service.query(
      `SELECT actor_id, origin, trace_id, after FROM audit_record
       WHERE actor_id = ANY($1) AND action = $2 ORDER BY id`,
      [[one.actor?.personId, two.actor?.personId], contract.subject],
    );
    expect(rows).toEqual([
      expect.objectContaining({ actor_id: one.actor?.personId, after: { added: 1 } }),
      expect.objectContaining({ actor_id: two.actor?.personId, origin: '10.0.0.2', after: { added: 2 } }),
    ]);
  });

  it('are all undone where the work fails for all, and their keys are free', async () => {
    const call = keyed();
    const failing = suite.transactions.commands(contract, batchOf([pendingRequest({ n: 1 }, call)]), {
      lock,
      decide: async ([asked]) => {
        await asked?.tx.sql.query('UPDATE thing SET n = 100 WHERE id = 1');
        throw new Error('a statement failed');
      },
    });
    await expect(failing).rejects.toThrow('a statement failed');
    expect(await add([call, 1])).toEqual([outcome(1)]);
    expect(await total()).toBe(1);
  });

  it('find behind their lock what others have committed who held it, though all of it is sent at once', async () => {
    const addOne = (): Promise<unknown> =>
      suite.transactions.commands(contract, batchOf([pendingRequest({ n: 1 }, keyed())]), {
        lock: async (tx) => {
          const [, [row]] = await Promise.all([
            tx.sql.query('SELECT FROM thing WHERE id = 1 FOR UPDATE'),
            tx.sql.query('SELECT n FROM thing WHERE id = 1') as Promise<{ n: number }[]>,
          ]);
          return row?.n ?? Number.NaN;
        },
        decide: async ([asked], before) => {
          await asked?.tx.sql.query('UPDATE thing SET n = $1 WHERE id = 1', [before + 1]);
          return [before + 1];
        },
      });
    await Promise.all(Array.from({ length: 40 }, addOne));
    expect(await total()).toBe(40);
  });

  it('do what each wants done after the commit', async () => {
    const done: number[] = [];
    await suite.transactions.commands(contract, batchOf([1, 2].map((n) => pendingRequest({ n }, callBy()))), {
      lock,
      decide: (asked) =>
        Promise.resolve(
          asked.map(({ tx, request }) => {
            tx.afterCommit(() => done.push(request.n));
            return request.n;
          }),
        ),
    });
    expect(done).toEqual([1, 2]);
  });
});
