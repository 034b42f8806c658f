import { expect, it } from '@jest/globals';
import { endAfter, reminderAt } from './asking-times.model.js';

it.each([
  ['a week', '2026-11-01T09:00:00Z', '2026-11-08T09:00:00Z', '2026-11-07T09:00:00Z'],
  ['two days', '2026-11-01T09:00:00Z', '2026-11-03T09:00:00Z', '2026-11-02T09:00:00Z'],
  ['six hours', '2026-11-01T09:00:00Z', '2026-11-01T15:00:00Z', '2026-11-01T12:00:00Z'],
])(
  'of a survey of %s people are reminded a day before its end, or half-way',
  (_length, from, to, expected) => {
    expect(reminderAt(new Date(from), new Date(to)).toISOString()).toBe(new Date(expected).toISOString());
  },
);

it('a survey of seven days ends at the hour at which it began', () => {
  const end = endAfter(new Date('2026-11-01T09:30:00Z'), 7);
  expect(end.toISOString()).toBe('2026-11-08T09:30:00.000Z');
});
