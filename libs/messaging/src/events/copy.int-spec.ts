import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newId } from '@gongxiang/domain';
import { continueTrace } from '@gongxiang/observability';
import type { Transaction } from '@gongxiang/persistence';
import { recordQueries } from '@gongxiang/testing';
import { In } from 'typeorm';
import { ThingCopy } from '../fixture/bench.fixture.js';
import { type BenchTools, startTools } from '../fixture/tools.fixture.js';
import { storeCopies, storeCopiesLast } from './index.js';

let tools: BenchTools;

beforeAll(async () => {
  tools = await startTools();
});
afterAll(() => tools.stop());

function inTransaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  return tools.transactions.system(continueTrace(undefined), work);
}

function things(count: number): ThingCopy[] {
  return Array.from({ length: count }, (_, n) => ({ id: newId(), version: 2, name: `"${n}", {\\}` }));
}

it('stores any number of copies in one statement with a parameter for each column', async () => {
  const rows = things(20_000);
  const queries = await recordQueries(tools.dataSource, async () => {
    const written = await inTransaction((tx) => storeCopies(tx, ThingCopy, rows));
    expect(written).toBe(20_000);
  });
  const writes = queries.filter(({ sql }) => sql.includes('thing_copy'));
  expect(writes.map(({ params }) => params.length)).toEqual([3]);
  const stored = await tools.dataSource.manager.findBy(ThingCopy, { name: rows[7]?.name ?? '' });
  expect(stored).toEqual([rows[7]]);
});

it('keeps the newest of several copies of a row, whichever comes first', async () => {
  const [first, second, third] = things(3) as [ThingCopy, ThingCopy, ThingCopy];
  await inTransaction((tx) => storeCopies(tx, ThingCopy, [first, second, third]));
  await inTransaction(async (tx) => {
    storeCopiesLast(tx, ThingCopy, [
      { ...first, version: 4, name: 'newest' },
      { ...second, version: 1, name: 'late' },
    ]);
    storeCopiesLast(tx, ThingCopy, [{ ...first, version: 3, name: 'between' }, third]);
  });
  const found = await tools.dataSource.manager.findBy(ThingCopy, {
    id: In([first.id, second.id, third.id]),
  });
  expect(new Map(found.map(({ id, name }) => [id, name]))).toEqual(
    new Map([
      [first.id, 'newest'],
      [second.id, second.name],
      [third.id, third.name],
    ]),
  );
});
