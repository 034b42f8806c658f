import { expect, it } from '@jest/globals';
import { missingAudience, shownShareOf } from './coverage.model.js';

it.each([
  ['of fewer than five no share is known', { reached: 0, shareThousandths: 0 }, null],
  ['nor where nobody has said of how many', { reached: 15, shareThousandths: null }, null],
  ['of more it is', { reached: 15, shareThousandths: 375 }, 0.375],
])('%s', (_, figures, share) => {
  expect(shownShareOf(figures)).toBe(share);
});

it.each([
  ['everybody', 'noneThere'],
  ['season', 'noneThere'],
  ['retired', 'noneThere'],
  ['women', 'notStated'],
  ['posted', 'notStated'],
  ['hardship', 'notStated'],
] as const)('of %s, where no figure is there: %s', (kind, word) => {
  expect(missingAudience(kind)).toBe(word);
});
