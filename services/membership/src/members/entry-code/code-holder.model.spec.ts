import { expect, it } from '@jest/globals';
import { soleHolder } from './code-holder.model.js';

const active = { passwordHash: 'a hash' };
const imported = { passwordHash: null };

it.each([
  ['nobody, where nobody has the phone', [], null],
  ['the only person who has it and an account', [active], active],
  ['nobody, where the only one has no account yet', [imported], null],
  ['nobody, where two people with accounts share it', [active, { passwordHash: 'another' }], null],
  ['nobody, where it is shared with somebody without an account', [active, imported], null],
])('a phone signs in %s', (_case, onRecord, expected) => {
  expect(soleHolder(onRecord)).toBe(expected);
});
