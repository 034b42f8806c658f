import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { activityContract } from '@gongxiang/contracts/sharing/activities/activity.contract';
import { systemCall } from '@gongxiang/domain';
import type { RpcClient } from '@gongxiang/messaging/rpc';
import { PublicReads } from './public-reads.js';

const call = systemCall('');

/** Reads of a service that numbers its answers, or is away. */
function setUp() {
  let asked = 0;
  let isAway = false;
  const rpc = {
    call: async () => {
      asked += 1;
      if (isAway) throw new Error('away');
      return { body: asked };
    },
  } as unknown as RpcClient;
  const reads = new PublicReads(rpc);
  return {
    ask: async (activityId: string) =>
      (await reads.ask(activityContract.get, { activityId }, call)).body as unknown,
    asked: () => asked,
    leave: (isGone: boolean) => {
      isAway = isGone;
    },
  };
}

beforeEach(() => {
  jest.useFakeTimers({ now: new Date('2026-03-01T08:00:00Z') });
});
afterEach(() => {
  jest.useRealTimers();
});

describe('a public answer', () => {
  it('is asked for once by all who ask at the same time, and again when it is too old', async () => {
    const { ask, asked } = setUp();
    expect(await Promise.all([ask('a'), ask('a'), ask('a')])).toEqual([1, 1, 1]);
    jest.advanceTimersByTime(4_999);
    expect(await ask('a')).toBe(1);
    jest.advanceTimersByTime(2);
    expect(await ask('a')).toBe(2);
    expect(asked()).toBe(2);
  });

  it('is another for another request', async () => {
    const { ask } = setUp();
    expect([await ask('a'), await ask('b'), await ask('a')]).toEqual([1, 2, 1]);
  });

  it('is never a failure', async () => {
    const { ask, leave } = setUp();
    leave(true);
    const both = await Promise.allSettled([ask('a'), ask('a')]);
    expect(both.map((one) => one.status)).toEqual(['rejected', 'rejected']);
    leave(false);
    expect(await ask('a')).toBe(2);
  });

  it('has a bound: what was asked for longest ago goes', async () => {
    const { ask, asked } = setUp();
    await ask('first');
    for (let number = 0; number < 2_000; number += 1) await ask(`other ${number}`);
    const before = asked();
    await ask('other 1999');
    expect(asked()).toBe(before);
    await ask('first');
    expect(asked()).toBe(before + 1);
  });
});
