import { describe, expect, it } from '@jest/globals';
import { figureYearOf, figureYears, monthsOption } from './figures.model.js';

describe('figures of services', () => {
  it('are of this year where the address says nothing, or a year that cannot be looked at', () => {
    expect(figureYears(2026)).toEqual(['2026', '2025', '2024', '2023', '2022']);
    expect(figureYearOf(new URLSearchParams(), 2026)).toBe('2026');
    expect(figureYearOf(new URLSearchParams({ year: '2025' }), 2026)).toBe('2025');
    expect(figureYearOf(new URLSearchParams({ year: '1999' }), 2026)).toBe('2026');
  });

  it('stand on each other in the bar of their month', () => {
    const months = [{ month: '2026-01', sent: 9, inTime: 5, late: 1, waiting: 2 }];
    const option = monthsOption(months, { inTime: 'a', late: 'b', waiting: 'c' }, 14);
    expect(option).toMatchObject({
      xAxis: { data: ['01'] },
      series: [
        { name: 'a', data: [5] },
        { name: 'b', data: [1] },
        { name: 'c', data: [2] },
      ],
    });
  });
});
