import { expect, it } from '@jest/globals';
import { newRecoveryCodes } from './code-text.js';

it('there are ten recovery codes, each its own, of letters that are not confused on paper', () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^[A-HJKMNP-Z2-9]{5}-[A-HJKMNP-Z2-9]{5}$/);
});
