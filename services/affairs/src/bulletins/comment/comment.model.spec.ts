import { describe, expect, it } from '@jest/globals';
import { stateOnWriting, struckAtOnHiding } from './comment.model.js';

describe('a comment on a bulletin', () => {
  it.each([
    ['open', false, false, 'shown'],
    ['checked', false, false, 'waiting'],
    ['checked', false, true, 'shown'],
    ['open', true, false, 'waiting'],
    ['open', true, true, 'waiting'],
  ] as const)(
    'where comments are %s, held: %s, by an officer: %s, is %s',
    (commenting, isHeld, isOfficer, to) => {
      expect(stateOnWriting({ commenting, isHeld, isOfficer })).toBe(to);
    },
  );

  it('is a strike only if it was shown before it was hidden', () => {
    const now = new Date('2026-03-01T00:00:00Z');
    expect(struckAtOnHiding('shown', now)).toBe(now);
    expect(struckAtOnHiding('waiting', now)).toBeNull();
  });
});
