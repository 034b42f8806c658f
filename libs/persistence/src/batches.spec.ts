import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@gongxiang/domain';
import { Batches } from './batches.js';
import { Turns } from './turns.js';

const never = Number.MAX_SAFE_INTEGER;
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Work that ends when the test says so. */
function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

function turns(bounds: Partial<ConstructorParameters<typeof Turns>[0]> = {}): Turns {
  return new Turns({ waitingMax: 2_000, keysAtOnce: 6, ...bounds });
}

describe('turns', () => {
  it('lets one after the other at a key, in their order, also after one that fails', async () => {
    const order: string[] = [];
    const one = turns();
    const work = (name: string) => async (): Promise<void> => {
      order.push(`${name} begins`);
      await turn();
      order.push(`${name} ends`);
      if (name === 'a') throw new Error('a fails');
    };
    const [a, b] = [one.take('key', work('a')), one.take('key', work('b'))];
    await expect(a).rejects.toThrow('a fails');
    await b;
    expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  });

  it('goes round the keys, so that a rush on one holds up nobody else, and lets so many at work at a time', async () => {
    const order: string[] = [];
    const one = turns({ keysAtOnce: 2 });
    let atWork = 0;
    const work = (name: string) => async (): Promise<void> => {
      expect((atWork += 1)).toBeLessThanOrEqual(2);
      order.push(name);
      await turn();
      atWork -= 1;
    };
    const rush = ['a1', 'a2', 'a3', 'a4'].map((name) => one.take('a', work(name)));
    const others = [one.take('b', work('b')), one.take('c', work('c'))];
    await Promise.all([...rush, ...others]);
    expect(order.indexOf('b')).toBeLessThan(order.indexOf('a2'));
    expect(order.indexOf('c')).toBeLessThan(order.indexOf('a3'));
  });

  it('refuses who would wait behind too many', async () => {
    const one = turns({ waitingMax: 2 });
    const { opened, open } = gate();
    const waiting = [1, 2, 3].map(() => one.take('key', () => opened));
    await expect(one.take('key', turn)).rejects.toMatchObject({ code: 'BUSY', retryAfterSeconds: 1 });
    await one.take('other', turn);
    open();
    await Promise.all(waiting);
    await one.take('key', turn);
  });
});

describe('batches', () => {
  it('decides at once who comes alone, and together those who came meanwhile', async () => {
    const seen: string[][] = [];
    const { opened, open } = gate();
    const batches = new Batches<string, string>(turns(), async (_key, batch) => {
      const items = batch.take();
      seen.push([...items]);
      if (seen.length === 1) await opened;
      return items.map((item) => `${item} done`);
    });
    const first = batches.add('key', 'a', never);
    const others = ['b', 'c', 'd'].map((item) => batches.add('key', item, never));
    await turn();
    expect(seen).toEqual([['a']]);
    open();
    expect(await Promise.all([first, ...others])).toEqual(['a done', 'b done', 'c done', 'd done']);
    expect(seen).toEqual([['a'], ['b', 'c', 'd']]);
  });

  it('decides at most 200 at a time, the oldest first', async () => {
    const sizes: number[] = [];
    const order: number[] = [];
    const batches = new Batches<number, number>(turns(), async (_key, batch) => {
      const items = batch.take();
      sizes.push(items.length);
      order.push(...items);
      await turn();
      return items;
    });
    const numbers = Array.from({ length: 500 }, (_one, index) => index);
    expect(await Promise.all(numbers.map((number) => batches.add('key', number, never)))).toEqual(numbers);
    expect(order).toEqual(numbers);
    expect(Math.max(...sizes)).toBe(200);
  });

  it('tells each its own refusal', async () => {
    const batches = new Batches<string, string>(turns(), async (_key, batch) =>
      batch.take().map((item) => (item === 'bad' ? new DomainError('SIGN_UP_CLOSED') : item)),
    );
    const [good, bad] = [batches.add('key', 'good', never), batches.add('key', 'bad', never)];
    await expect(bad).rejects.toMatchObject({ code: 'SIGN_UP_CLOSED' });
    expect(await good).toBe('good');
  });

  it('decides one by one where a batch fails without a reason, so that one bad request fails alone', async () => {
    const { opened, open } = gate();
    const batches = new Batches<string, string>(turns(), async (_key, batch) => {
      const items = batch.take();
      if (items.includes('first')) await opened;
      if (items.includes('poison')) throw new Error('a statement failed');
      return items;
    });
    const first = batches.add('key', 'first', never);
    const all = ['a', 'poison', 'b'].map((item) => batches.add('key', item, never));
    open();
    const settled = await Promise.allSettled([first, ...all]);
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  });

  it('drops before the decision whom nobody waits for any more', async () => {
    const seen: string[] = [];
    const { opened, open } = gate();
    const batches = new Batches<string, string>(turns(), async (_key, batch) => {
      const items = batch.take();
      seen.push(...items);
      if (items.includes('first')) await opened;
      return items;
    });
    const first = batches.add('key', 'first', never);
    const late = batches.add('key', 'late', Date.now() - 1);
    open();
    await expect(late).rejects.toMatchObject({ code: 'TIME_UP' });
    await first;
    expect(seen).toEqual(['first']);
  });

  it('refuses who would wait behind 2,000', async () => {
    const { opened, open } = gate();
    const batches = new Batches<number, number>(turns(), async (_key, batch) => {
      const items = batch.take();
      await opened;
      return items;
    });
    const first = batches.add('key', 0, never);
    await turn();
    const waiting = Array.from({ length: 2_000 }, (_one, index) => batches.add('key', index, never));
    await expect(batches.add('key', 1, never)).rejects.toMatchObject({ code: 'BUSY' });
    open();
    await Promise.all([first, ...waiting]);
  });
});
