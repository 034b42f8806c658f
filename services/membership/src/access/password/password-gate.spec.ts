import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { PasswordGate } from './password-gate.js';

/** Counted comparisons that end when the test says so. */
function comparisons() {
  const ends: (() => void)[] = [];
  let begun = 0;
  const compare = async (): Promise<boolean> => {
    begun += 1;
    await new Promise<void>((end) => ends.push(end));
    return false;
  };
  return { compare, begun: () => begun, endOne: () => ends.shift()?.() };
}

describe('passwords', () => {
  it('are compared two at a time, in the order in which they came', async () => {
    const gate = new PasswordGate();
    const { compare, begun, endOne } = comparisons();
    const all = Array.from({ length: 5 }, () => gate.run('192.0.2.1', compare));
    for (const expected of [2, 3, 4, 5, 5, 5]) {
      await nextTurn();
      expect(begun()).toBe(expected);
      endOne();
    }
    expect(await Promise.all(all)).toEqual(Array(5).fill(false));
  });

  it('of one network wait thirty at most, and those of others are compared all the same', async () => {
    const gate = new PasswordGate();
    const { compare, begun, endOne } = comparisons();
    const flood = Array.from({ length: 300 }, (_none, n) =>
      gate.run(`2001:db8:0:1::${n}`, compare).catch((error: { code: string }) => error.code),
    );
    const other = gate.run('192.0.2.9', compare);
    const refused = flood.slice(30);
    expect(new Set(await Promise.all(refused))).toEqual(new Set(['TOO_MANY_REQUESTS']));
    while (begun() < 31) {
      await nextTurn();
      endOne();
    }
    endOne();
    endOne();
    expect(await other).toBe(false);
    expect(await Promise.all(flood.slice(0, 30))).toEqual(Array(30).fill(false));
    // Nobody waits any more: the network may try again.
    const again = gate.run('2001:db8:0:1::5', compare);
    await nextTurn();
    endOne();
    expect(await again).toBe(false);
  });

  it('that cannot be compared hold nobody up', async () => {
    const gate = new PasswordGate();
    const broken = Array.from({ length: 4 }, () =>
      gate.run('192.0.2.1', () => Promise.reject(new Error('no memory'))),
    );
    for (const outcome of await Promise.allSettled(broken)) expect(outcome.status).toBe('rejected');
    expect(await gate.run('192.0.2.1', async () => true)).toBe(true);
  });
});
