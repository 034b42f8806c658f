import { describe, expect, it } from '@jest/globals';
import { isInUse } from './consent.model.js';

describe('data is used', () => {
  const given = { given: true, textVersion: 2 };
  const withdrawn = { given: false, textVersion: 2 };

  it.each([
    ['by law, whatever was decided', 'law', withdrawn, true],
    ['by law, though nobody was asked', 'law', null, true],
    ['with consent to the present text', 'consent', given, true],
    ['not without consent', 'consent', null, false],
    ['not after consent was withdrawn', 'consent', withdrawn, false],
    ['not with consent to an older text', 'consent', { given: true, textVersion: 1 }, false],
    ['until it is switched off', 'objection', null, true],
    ['not once it is switched off', 'objection', withdrawn, false],
    [
      'again once it is switched on, by an older text too',
      'objection',
      { given: true, textVersion: 1 },
      true,
    ],
  ] as const)('%s', (_case, basis, decision, expected) => {
    expect(isInUse(basis, 2, decision)).toBe(expected);
  });
});
