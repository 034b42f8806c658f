import { describe, expect, it } from '@jest/globals';
import { byDay, dueDayOf, monthOf } from './calendar.model.js';

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

describe('what is due, in a calendar', () => {
  const part = {
    id: 'p',
    version: 4,
    title: '元旦值班',
    unionName: '江城重工工会',
    giverName: '江城市总工会',
    dueOn: '2026-12-31',
    isDone: false,
    givenAt: new Date('2026-12-01T00:00:00Z'),
  };

  it.each([
    [part, 'zh-CN', '截止：元旦值班', true],
    [{ ...part, isDone: true }, 'zh-CN', '已完成：元旦值班', false],
    [part, 'en', 'Due: 元旦值班', true],
  ] as const)('reminds until it is done', (given, locale, title, reminds) => {
    expect(dueDayOf(given, locale, '')).toMatchObject({
      title,
      reminds,
      sequence: 4,
      on: '2026-12-31',
      url: null,
    });
  });
});
