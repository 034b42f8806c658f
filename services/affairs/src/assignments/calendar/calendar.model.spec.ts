import { describe, expect, it } from '@jest/globals';
import { byDay, monthOf } from './calendar.model.js';

describe('a month', () => {
  it.each([
    ['2026-01', '2026-01-01', '2026-02-01'],
    ['2026-09', '2026-09-01', '2026-10-01'],
    ['2026-12', '2026-12-01', '2027-01-01'],
  ])('%s begins on %s and ends before %s', (month, from, before) => {
    expect(monthOf(month)).toEqual({ from, before });
  });

  it('shows by day, and first what is owed', () => {
    const line = (id: string, dueOn: string, role: 'owed' | 'given') =>
      ({ id, dueOn, role, title: '', kind: 'task', unionName: '', isDone: false, owing: 1 }) as const;
    const lines = [
      line('c', '2026-12-02', 'owed'),
      line('b', '2026-12-01', 'given'),
      line('a', '2026-12-01', 'owed'),
    ];
    expect(byDay(lines).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });
});
