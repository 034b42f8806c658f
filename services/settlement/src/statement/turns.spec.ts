import { describe, expect, it } from '@jest/globals';
import { Turns, turnOf } from './turns.js';

const never = Number.POSITIVE_INFINITY;

describe('turns', () => {
  it('are given to so many at once, in the order in which they were asked for', async () => {
    const turns = new Turns(2);
    const begun: number[] = [];
    const ends: (() => void)[] = [];
    const works = [0, 1, 2, 3].map((index) =>
      turns.take(never, async () => {
        begun.push(index);
        await new Promise<void>((end) => (ends[index] = end));
        return index;
      }),
    );
    await turnOf(never);
    expect(begun).toEqual([0, 1]);
    ends[1]?.();
    await works[1];
    await turnOf(never);
    expect(begun).toEqual([0, 1, 2]);
    for (const index of [0, 2]) ends[index]?.();
    await turnOf(never);
    ends[3]?.();
    expect(await Promise.all(works)).toEqual([0, 1, 2, 3]);
  });

  it('go on after work that failed', async () => {
    const turns = new Turns(1);
    const failed = turns.take(never, () => Promise.reject(new Error('broken')));
    const next = turns.take(never, async () => 'done');
    await expect(failed).rejects.toThrow('broken');
    expect(await next).toBe('done');
    expect(await turns.take(never, async () => 'again')).toBe('again');
  });

  it('are not taken by work for which nobody waits any more', async () => {
    const turns = new Turns(1);
    const late = { code: 'TIME_UP', retryAfterSeconds: 1 };
    await expect(turns.take(Date.now() - 1, async () => 'done')).rejects.toMatchObject(late);
    await expect(turnOf(Date.now() - 1)).rejects.toMatchObject(late);
    expect(await turns.take(never, async () => 'done')).toBe('done');
  });
});
