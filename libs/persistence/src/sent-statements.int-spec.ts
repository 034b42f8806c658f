import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sqlState } from './in-transaction.js';
import { callBy, startSuite, type Suite } from './suite.fixture.js';
import type { Transaction } from './transaction.js';

let suite: Suite;

beforeAll(async () => {
  suite = await startSuite();
});
afterAll(() => suite.stop());

beforeEach(async () => {
  await suite.service.query('DELETE FROM thing');
  await suite.service.query('INSERT INTO thing (id, n) VALUES (1, 0)');
});

const inOne = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
  suite.transactions.system(callBy().traceparent, work);
const add = (tx: Transaction, n: number): Promise<unknown> =>
  tx.sql.query('UPDATE thing SET n = n * 10 + $1 WHERE id = 1', [n]);
const insertAgain = (tx: Transaction): Promise<unknown> => tx.sql.query('INSERT INTO thing (id) VALUES (1)');
const uniqueViolation = '23505';

async function valueNow(): Promise<number> {
  const [row] = (await suite.service.query('SELECT n FROM thing WHERE id = 1')) as [{ n: number }];
  return row.n;
}

describe('a statement that is sent', () => {
  it('is done in its place among the others, and before the commit', async () => {
    await inOne(async (tx) => {
      tx.send(add(tx, 1));
      tx.send(add(tx, 2));
      await add(tx, 3);
      tx.send(add(tx, 4));
    });
    expect(await valueNow()).toBe(1234);
  });

  it('undoes everything where it fails, and its failure is told', async () => {
    const failing = inOne(async (tx) => {
      await add(tx, 1);
      tx.send(insertAgain(tx));
    });
    expect(await failing.then(() => null, sqlState)).toBe(uniqueViolation);
    expect(await valueNow()).toBe(0);
  });

  it('is what is told of, though the transaction stumbles over it only later', async () => {
    const failing = inOne(async (tx) => {
      tx.send(insertAgain(tx));
      await add(tx, 1);
    });
    expect(await failing.then(() => null, sqlState)).toBe(uniqueViolation);
  });

  it('does not hide what its use case refuses', async () => {
    const refused = inOne(async (tx) => {
      tx.send(add(tx, 1));
      await Promise.reject(new Error('refused'));
    });
    await expect(refused).rejects.toThrow('refused');
    expect(await valueNow()).toBe(0);
  });
});

describe('what stands behind a lock', () => {
  it('is looked at under it, though it is asked before the lock is there, and however slowly the lock is asked for', async () => {
    let [hold, end] = [() => {}, () => {}];
    const isHeld = new Promise<void>((resolve) => (hold = resolve));
    const mayEnd = new Promise<void>((resolve) => (end = resolve));
    const other = inOne(async (tx) => {
      await add(tx, 7);
      hold();
      await mayEnd;
    });
    await isHeld;
    const read = inOne((tx) =>
      tx.ahead('SELECT FROM thing WHERE id = $1 FOR UPDATE', [1], () => {
        const rows = tx.sql.query('SELECT n FROM thing WHERE id = 1') as Promise<[{ n: number }]>;
        end();
        return rows;
      }),
    );
    expect(await read).toEqual([{ n: 7 }]);
    await other;
  });

  it('fails with the lock, and nothing of it stays', async () => {
    const failing = inOne((tx) => tx.ahead('SELECT FROM no_such_table', [], () => add(tx, 1)));
    await expect(failing).rejects.toThrow('no_such_table');
    expect(await valueNow()).toBe(0);
  });
});
