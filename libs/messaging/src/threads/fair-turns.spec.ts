import { describe, expect, it } from '@jest/globals';
import { type TaskRequester, type TurnLimits, FairTurns, fairTurns } from './fair-turns.js';

const limits: TurnLimits = {
  atOnce: 2,
  atOncePerPerson: 1,
  waitingPerPersonMax: 8,
  waitingMax: 20,
  budgetMs: 1_000,
};

const taskRequesterOf = (person: string): TaskRequester => ({ person, deadline: Infinity });

/** Work that ends when the test says so; `started` has the names in order of their start. */
function bench(own: Partial<TurnLimits> = {}) {
  const clock = { now: 0 };
  const chance = { now: 0 };
  const turns = new FairTurns(
    { ...limits, ...own },
    () => clock.now,
    () => chance.now,
  );
  const started: string[] = [];
  const ends = new Map<string, () => void>();
  const take = (person: string, name = person, asker = taskRequesterOf(person)) =>
    turns.take(asker, () => {
      started.push(name);
      return new Promise<void>((end) => ends.set(name, end));
    });
  const end = async (name: string) => {
    await new Promise(setImmediate);
    ends.get(name)?.();
    await new Promise(setImmediate);
  };
  return { clock, chance, started, take, end };
}

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: { code: string }) => error.code,
  );

describe('turns', () => {
  it("starts another person's first task next, though one person has eight waiting", async () => {
    const { started, take, end } = bench({ atOnce: 1 });
    for (let index = 0; index < 9; index += 1) void take('greedy', `greedy ${index}`);
    void take('other');
    await end('greedy 0');
    await end('greedy 1');
    expect(started).toEqual(['greedy 0', 'greedy 1', 'other']);
  });

  it('runs one task of a person at a time, and keeps the other thread for others', async () => {
    const { started, take } = bench();
    void take('greedy', 'greedy 0');
    void take('greedy', 'greedy 1');
    void take('other');
    await new Promise(setImmediate);
    expect(started).toEqual(['greedy 0', 'other']);
  });

  it('lets 256 people with many tasks each have one of them before anyone has a second', async () => {
    const { started, take, end } = bench({ waitingMax: 1_000 });
    const people = Array.from({ length: 256 }, (_, index) => `p${index}`);
    for (const person of people) for (const n of [1, 2]) void take(person, `${person} ${n}`);
    for (let index = 0; index < 256; index += 1) await end(started[index] ?? '');
    expect(new Set(started.slice(0, 256).map((name) => name.split(' ')[0])).size).toBeGreaterThan(250);
  });

  it('refuses a tenth task of one person as busy, and takes another person', async () => {
    const { take } = bench({ atOnce: 1 });
    for (let index = 0; index < 9; index += 1) void take('greedy', `greedy ${index}`);
    await expect(take('greedy', 'one too many')).rejects.toMatchObject({
      code: 'BUSY',
      retryAfterSeconds: 1,
    });
    void take('other').catch(() => expect('other').toBe('taken'));
  });

  it('tells whoever has used much at once that their turn would come too late, and each to come back at another time', async () => {
    const { clock, chance, take, end } = bench({ budgetMs: null });
    const byTen = (person: string): TaskRequester => ({ person, deadline: Date.now() + 10_000 });
    for (const person of ['a', 'b']) void take(person, `${person} 1`);
    await end('nothing yet');
    clock.now = 4_000;
    await end('a 1');
    await end('b 1');
    for (const name of ['a 2', 'a 3', 'a 4']) void take('a', name, byTen('a'));
    // Two wait for one of 4 s, after which there are 2 s left.
    void take('b', 'b 2', byTen('b'));
    // Three wait: 12 s.
    await expect(take('b', 'b 3', byTen('b'))).rejects.toMatchObject({ code: 'BUSY', retryAfterSeconds: 6 });
    chance.now = 0.99;
    await expect(take('b', 'b 4', byTen('b'))).rejects.toMatchObject({ code: 'BUSY', retryAfterSeconds: 18 });
    // Whoever is new waits for those only who are at it.
    const other = take('other', 'other', byTen('other'));
    await end('other');
    await expect(other).resolves.toBeUndefined();
  });

  it('gives a place to wait to whoever has none, of those who have the most', async () => {
    const { started, take, end } = bench({ atOnce: 1, waitingMax: 4 });
    const codes = ['running', 'a 1', 'a 2', 'a 3', 'a 4'].map((name) => codeOf(take(name.slice(0, 1), name)));
    void take('other');
    expect(await codes[4]).toBe('BUSY');
    await end('running');
    await end(started[1] ?? '');
    expect(started).toContain('other');
  });

  it('refuses everybody once each place is that of another person', async () => {
    const { take } = bench({ atOnce: 1, waitingMax: 2 });
    for (const person of ['a', 'b', 'c']) void take(person);
    await expect(take('d')).rejects.toMatchObject({ code: 'BUSY' });
  });

  it('lets whoever has used least go before all who have used more and came earlier', async () => {
    const { clock, started, take, end } = bench({ atOnce: 1, budgetMs: null });
    for (const person of ['a', 'b', 'c']) void take(person, `${person} 1`);
    await end('nothing yet');
    for (const name of ['a 1', 'b 1', 'c 1']) {
      clock.now += 100;
      await end(name);
    }
    void take('running', 'running');
    for (const person of ['a', 'b', 'c', 'new']) void take(person, `${person} 2`);
    await end('running');
    expect(started.at(-1)).toBe('new 2');
  });

  it('keeps the last thread for whoever has used little, however many who have used much wait', async () => {
    const { clock, started, take, end } = bench({ budgetMs: null });
    for (const person of ['a', 'b']) void take(person, `${person} 1`);
    await end('nothing yet');
    clock.now = 2_000;
    await end('a 1');
    await end('b 1');
    for (const person of ['a', 'b']) void take(person, `${person} 2`);
    void take('other');
    await end('nothing yet');
    expect(started.slice(2)).toEqual(['a 2', 'other']);
    await end('other');
    expect(started.slice(2)).toEqual(['a 2', 'other']);
    await end('a 2');
    expect(started.slice(2)).toEqual(['a 2', 'other', 'b 2']);
  });

  it('refuses a person who has used up their minute, until enough of it is forgiven', async () => {
    const { clock, take, end } = bench();
    const first = take('greedy', 'long');
    const second = codeOf(take('greedy', 'waiting'));
    await end('nothing yet');
    clock.now = 1_500;
    await end('long');
    await first;
    expect(await second).toBe('BUSY');
    // 500 ms over budget; usage decays by 1,000 ms a minute.
    await expect(take('greedy')).rejects.toMatchObject({ code: 'BUSY', retryAfterSeconds: 30 });
    void take('other');
    clock.now += 31_000;
    await end('other');
    const late = take('greedy', 'forgiven');
    await end('forgiven');
    await expect(late).resolves.toBeUndefined();
  });

  it('counts what the work says that it used, and not the time that it took beside others', async () => {
    const clock = { now: 0 };
    const turns = new FairTurns(limits, () => clock.now);
    const once = (usedMs: number) =>
      turns.take(
        taskRequesterOf('patient'),
        async () => {
          clock.now += 2_000;
          return usedMs;
        },
        (result) => ({ usedMs: result, waitedMs: 0 }),
      );
    for (let count = 0; count < 3; count += 1) await once(10);
    await once(1_200);
    await expect(once(10)).rejects.toMatchObject({ code: 'BUSY' });
  });

  it('rests after a task that had to wait for a processor, and not after one that had it at once', async () => {
    const turns = new FairTurns({ ...limits, atOnce: 1 });
    const started: string[] = [];
    const take = (person: string, waitedMs: number) =>
      turns.take(
        taskRequesterOf(person),
        async () => started.push(person),
        () => ({ usedMs: 1, waitedMs }),
      );
    const all = [take('a', 0), take('b', 20), take('c', 0)];
    await Promise.all(all.slice(0, 2));
    await new Promise(setImmediate);
    expect(started).toEqual(['a', 'b']);
    await all[2];
    expect(started).toEqual(['a', 'b', 'c']);
  });

  it('does not start what nobody waits for any more', async () => {
    const { started, take, end } = bench({ atOnce: 1 });
    void take('a');
    const late = codeOf(take('b', 'late', { person: 'b', deadline: Date.now() - 1 }));
    await end('a');
    expect(await late).toBe('TIME_UP');
    expect(started).toEqual(['a']);
  });

  it('goes on to the next where work fails, and gives its answer back', async () => {
    const turns = new FairTurns({ ...limits, atOnce: 1 });
    const failing = turns.take(taskRequesterOf('a'), () => Promise.reject(new Error('no')));
    const next = turns.take(taskRequesterOf('b'), () => Promise.resolve('done'));
    await expect(failing).rejects.toThrow('no');
    expect(await next).toBe('done');
  });

  it('of work that is not counted are never refused for the time it took', async () => {
    const turns = fairTurns(4, 64);
    const order: string[] = [];
    const ends: (() => void)[] = [];
    const take = (person: string) =>
      void turns.take(taskRequesterOf(person), () => {
        order.push(person);
        return new Promise<void>((end) => ends.push(end));
      });
    for (let index = 0; index < 8; index += 1) take('greedy');
    take('other');
    take('another');
    await new Promise(setImmediate);
    expect(order).toEqual(['greedy', 'greedy', 'other', 'another']);
  });
});
