import { expect, it } from '@jest/globals';
import { trendOption } from './trend.model.js';

it('leaves a gap where nothing is known, and writes the figure at each of few points', () => {
  const option = trendOption(
    [
      { time: '2026-10', value: null, text: '—' },
      { time: '2026-11', value: 4.256, text: '4.26' },
    ],
    14,
  );
  expect(option['series']).toMatchObject([{ data: [null, 4.26], label: { show: true } }]);
  expect(option['xAxis']).toMatchObject({ data: ['2026-10', '2026-11'] });
});

it('leaves the figures of many points to the table', () => {
  const points = Array.from({ length: 24 }, (_, index) => ({ time: String(index), value: index, text: '' }));
  expect(trendOption(points, 14)['series']).toMatchObject([{ label: { show: false } }]);
});
