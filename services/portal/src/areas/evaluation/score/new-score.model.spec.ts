import { describe, expect, it } from '@jest/globals';
import { newScoreOf, readinessOf } from './new-score.model.js';

describe('what may be computed', () => {
  it.each([
    ['before a system is chosen', undefined, { data: undefined, isError: false }, 'unchosen'],
    ['while its weights are on their way', 's', { data: undefined, isError: false }, 'loading'],
    ['where they could not be loaded', 's', { data: undefined, isError: true }, 'failed'],
    ['where none is in force', 's', { data: null, isError: false }, 'none'],
    ['with weights', 's', { data: {}, isError: false }, 'ready'],
    ['with weights that a reload did not bring anew', 's', { data: {}, isError: true }, 'ready'],
  ] as const)('%s', (_when, systemId, asked, readiness) => {
    expect(readinessOf(systemId, asked)).toBe(readiness);
  });
});

describe('what is sent', () => {
  const typed = {
    subject: { id: 'it', name: '它' },
    from: '2026-01-01',
    to: '2026-06-30',
    missing: 'zero',
  } as const;

  it('has the days for whatever is not an activity', () => {
    expect(newScoreOf({ ...typed, subjectKind: 'club' }, 'w')).toEqual({
      subject: { kind: 'club', id: 'it' },
      from: '2026-01-01',
      to: '2026-06-30',
      weightVersionId: 'w',
      missing: 'zero',
    });
  });

  it('has none for an activity, which has its own time', () => {
    expect(newScoreOf({ ...typed, subjectKind: 'activity' }, 'w')).toEqual({
      subject: { kind: 'activity', id: 'it' },
      weightVersionId: 'w',
      missing: 'zero',
    });
  });
});
