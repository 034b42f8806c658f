import { describe, expect, it } from '@jest/globals';
import { mayIssue } from './letter.model.js';

const startsAt = '2026-11-21T01:00:00Z';
const [before, after] = [new Date('2026-11-20T00:00:00Z'), new Date('2026-11-22T00:00:00Z')];

describe('what can be issued', () => {
  it.each([
    ['invitation', 'published', before, true],
    ['invitation', 'published', after, false],
    ['invitation', 'closed', after, false],
    ['certificate', 'published', before, false],
    ['certificate', 'closed', after, true],
    ['proof', 'cancelled', after, false],
  ] as const)('%s, %s, at %s: %s', (kind, state, now, expected) => {
    expect(mayIssue(kind, { state, startsAt }, now)).toBe(expected);
  });
});
