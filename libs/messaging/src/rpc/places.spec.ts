import { describe, expect, it } from '@jest/globals';
import { Places } from './places.js';

const inAMinute = (): number => Date.now() + 60_000;

/** Work that goes on until it is told to end. */
function endless(): { work: () => Promise<void>; end: () => void; begun: () => boolean } {
  let end: () => void = () => undefined;
  let hasBegun = false;
  const ended = new Promise<void>((resolve) => (end = resolve));
  return {
    work: () => {
      hasBegun = true;
      return ended;
    },
    end: () => end(),
    begun: () => hasBegun,
  };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('places for work that takes long', () => {
  it('are taken by as many as there are; the next begins when one of them ends, whether it went well or not', async () => {
    const places = new Places(2, 10);
    const [first, second, third] = [endless(), endless(), endless()];
    const failing = places.take(inAMinute(), () => first.work().then(() => Promise.reject(new Error('no'))));
    const all = [places.take(inAMinute(), second.work), places.take(inAMinute(), third.work)];
    await turn();
    expect([first, second, third].map((one) => one.begun())).toEqual([true, true, false]);
    first.end();
    await expect(failing).rejects.toThrow('no');
    await turn();
    expect(third.begun()).toBe(true);
    second.end();
    third.end();
    await Promise.all(all);
  });

  it('are BUSY where too many wait, and TIME_UP for whom nobody waits any more', async () => {
    const places = new Places(1, 1);
    const first = endless();
    const one = places.take(inAMinute(), first.work);
    const late = places.take(Date.now() - 1, () => Promise.resolve());
    await expect(places.take(inAMinute(), () => Promise.resolve())).rejects.toMatchObject({ code: 'BUSY' });
    first.end();
    await one;
    await expect(late).rejects.toMatchObject({ code: 'TIME_UP' });
    // Its place is free again.
    expect(await places.take(inAMinute(), () => Promise.resolve('done'))).toBe('done');
  });
});
