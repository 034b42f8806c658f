import { describe, expect, it } from '@jest/globals';
import { JoiningCache } from './joining-cache.js';

function setUp(entriesMax = 10) {
  let nowMs = 0;
  let asked = 0;
  const remembered = new JoiningCache<number>({ maxAgeMs: 5_000, entriesMax }, () => nowMs);
  return {
    advance: (ms: number) => (nowMs += ms),
    asked: () => asked,
    ask: (key: string, answer = async () => asked) => {
      return remembered.get(key, () => {
        asked += 1;
        return answer();
      });
    },
  };
}

describe('what is remembered', () => {
  it('is asked for once by all who ask at the same time, and again when it is too old', async () => {
    const { ask, asked, advance } = setUp();
    expect(await Promise.all([ask('a'), ask('a'), ask('a')])).toEqual([1, 1, 1]);
    advance(4_999);
    expect(await ask('a')).toBe(1);
    advance(1);
    expect(await ask('a')).toBe(2);
    expect(asked()).toBe(2);
  });

  it('is another for another key', async () => {
    const { ask } = setUp();
    expect([await ask('a'), await ask('b'), await ask('a')]).toEqual([1, 2, 1]);
  });

  it('is never a failure', async () => {
    const { ask } = setUp();
    const failure = async (): Promise<number> => Promise.reject(new Error('away'));
    const both = await Promise.allSettled([ask('a', failure), ask('a', failure)]);
    expect(both.map((one) => one.status)).toEqual(['rejected', 'rejected']);
    expect(await ask('a')).toBe(2);
  });

  it('has a bound: the oldest goes', async () => {
    const { ask, asked } = setUp(2);
    for (const key of ['a', 'b', 'c']) await ask(key);
    await ask('b');
    expect(asked()).toBe(3);
    await ask('a');
    expect(asked()).toBe(4);
  });
});
