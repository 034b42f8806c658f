import { expect, it } from '@jest/globals';
import { thingsAtOnce } from './connection-shares.js';

const smallestPool = 4;

it('leaves a connection to whoever does not queue, in a pool of any size', () => {
  for (let poolSize = smallestPool; poolSize <= 200; poolSize += 1) {
    const taken = (['activities', 'resources'] as const).map((what) => thingsAtOnce(what, { poolSize }));
    expect(Math.min(...taken)).toBeGreaterThan(0);
    expect(taken.reduce((sum, one) => sum + one, 0)).toBeLessThan(poolSize);
  }
});
