import { describe, expect, it } from '@jest/globals';
import { remindersOf } from './deadline.model.js';

const since = new Date('2026-11-20T00:00:00Z');
const reminders = (dueAt: string | null) =>
  remindersOf({ since, dueAt: dueAt === null ? null : new Date(dueAt) }).map(
    ({ word, at }) => `${word} ${at.toISOString().slice(0, 16)}`,
  );

describe('what waits is reminded of', () => {
  it.each([
    [
      'a day before, where there is time',
      '2026-11-30T00:00:00Z',
      ['near 2026-11-29T00:00', 'passed 2026-11-30T01:00'],
    ],
    [
      'at a quarter of the time, where there is less',
      '2026-11-21T00:00:00Z',
      ['near 2026-11-20T18:00', 'passed 2026-11-21T01:00'],
    ],
    ['only afterwards, where there are hours', '2026-11-20T05:00:00Z', ['passed 2026-11-20T06:00']],
    ['never, where it has no time', null, []],
  ])('%s', (_when, dueAt, expected) => {
    expect(reminders(dueAt)).toEqual(expected);
  });
});
