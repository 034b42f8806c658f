import { expect, it } from '@jest/globals';
import { sourcePath } from './source-link.js';

it.each([
  ['costs', '/cost-pools/s'],
  ['restored', '/payments/s'],
  ['damage', '/ledger/entries/e'],
  ['loanFee', '/ledger/entries/e'],
] as const)('a debt of the kind %s leads to %s', (entryKind, path) => {
  expect(sourcePath({ entryKind, sourceId: 's', entryId: 'e' })).toBe(path);
});
