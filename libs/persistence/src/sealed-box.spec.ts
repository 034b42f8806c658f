import { randomBytes } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { openSealed, publicKeyOf, sealTo } from './sealed-box.js';

it('what is sealed to a key opens with its seed alone, and looks different each time', async () => {
  const seed = randomBytes(32);
  const publicKey = await publicKeyOf(seed);
  const [one, other] = [
    await sealTo(publicKey, { text: '班车几点' }),
    await sealTo(publicKey, { text: '班车几点' }),
  ];
  expect(one).not.toBe(other);
  expect(await openSealed(seed, one)).toEqual({ text: '班车几点' });
  expect(await openSealed(randomBytes(32), one)).toBeNull();
  expect(await openSealed(seed, `AAAA${one.slice(4)}`)).toBeNull();
});
