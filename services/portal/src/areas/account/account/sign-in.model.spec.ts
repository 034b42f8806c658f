import { expect, it } from '@jest/globals';
import { wayOnOf } from './sign-in.model.js';

it.each([
  ['a wrong password', 'password', 'CREDENTIALS_WRONG', 'code', true],
  ['too many wrong passwords', 'password', 'TOO_MANY_REQUESTS', 'code', true],
  ['a wrong code', 'code', 'CODE_WRONG', 'password', false],
  ['too many requests for codes', 'code', 'TOO_MANY_REQUESTS', 'password', false],
  ['codes that are not taken today', 'code', 'ENTRY_CLOSED', 'password', true],
  ['a field that is missing', 'password', 'VALIDATION_FAILED', null, false],
  ['a platform that is away', 'code', undefined, null, false],
] as const)('%s leads on to another way in', (_case, way, code, other, isResetOffered) => {
  expect(wayOnOf(way, code)).toEqual({ other, isResetOffered });
});
