import { describe, expect, it } from '@jest/globals';
import { spanOfYear } from '@gongxiang/domain';
import { monthFigures, publicServiceFigures, serviceFigures } from './figures.model.js';

const none = { sent: 0, decided: 0, inTime: 0, waiting: 0, overdue: 0, rated: 0, stars: 0 };
const named = { serviceId: 's', serviceName: '借书证', unionName: '江城市总工会' };

describe('figures of a service', () => {
  it.each([
    ['of nothing', none, null, null],
    // (8 - 6 + 2) / (8 + 2) = 0.4
    ['with late and overdue ones', { ...none, sent: 12, decided: 8, inTime: 6, overdue: 2 }, 400, null],
    // 23 stars of 5 people: 4.6
    ['with a mean', { ...none, sent: 5, decided: 5, inTime: 5, rated: 5, stars: 23 }, 0, 46],
    ['without a mean of four', { ...none, sent: 5, decided: 5, inTime: 5, rated: 4, stars: 20 }, 0, null],
  ])('%s', (_what, sums, lateThousandths, starTenths) => {
    expect(serviceFigures({ ...named, ...sums })).toMatchObject({ lateThousandths, starTenths });
  });

  it.each([
    // Of 19 sent, 16 decided and 13 in time nobody can work out the three that were late.
    ['rounds down to fives', { sent: 19, decided: 16, inTime: 13, overdue: 0 }, [15, 15, 10, null]],
    ['says that none was late', { sent: 7, decided: 6, inTime: 6, overdue: 0 }, [5, 5, 5, 0]],
    // (12 - 6 + 0) / 12
    ['says how many, from five on', { sent: 12, decided: 12, inTime: 6, overdue: 0 }, [10, 10, 5, 500]],
    ['says nothing of four', { sent: 9, decided: 4, inTime: 4, overdue: 0 }, [5, 0, 0, null]],
  ])('for anybody: %s', (_what, sums, [sent, decided, inTime, lateThousandths]) => {
    const seen = publicServiceFigures({ ...named, ...none, ...sums });
    expect(seen).toMatchObject({ sent, decided, inTime, lateThousandths });
  });

  it('has all months of a year, which begins at midnight in China', () => {
    const months = monthFigures(2026, [
      { ...none, month: '2026-03', sent: 9, decided: 7, inTime: 5, waiting: 1 },
    ]);
    expect(months.map(({ month }) => month)).toHaveLength(12);
    expect(months[2]).toEqual({ month: '2026-03', sent: 9, inTime: 5, late: 2, waiting: 1 });
    expect(months[11]).toEqual({ month: '2026-12', sent: 0, inTime: 0, late: 0, waiting: 0 });
    expect(spanOfYear(2026).from.toISOString()).toBe('2025-12-31T16:00:00.000Z');
  });
});
