import { describe, expect, it } from '@jest/globals';
import type { ReportFigures } from '@gongxiang/contracts/evaluation/reports/report.contract';
import { peerFigures, quantile } from './peers.model.js';

describe('a quantile', () => {
  // numpy.percentile of these by default, and R's quantile(type = 7).
  it.each([
    [[15, 20, 35, 40, 50], 0.4, 29],
    [[1, 2, 3, 4], 0.25, 1.75],
    [[1, 2, 3, 4], 0.5, 2.5],
    [[1, 2, 3, 4], 0.75, 3.25],
    [[7], 0.25, 7],
  ])('of %p at %s is %s', (values, part, expected) => {
    expect(quantile(values, part)).toBeCloseTo(expected, 12);
  });
});

function union(heads: number, costPerHead: number | null): ReportFigures {
  const unknown = { satisfaction: null, score: null, smallFirmShare: null, loans: null, loansOnTime: null };
  return { activities: 1, heads, costPerHead, ...unknown };
}

describe('a union among its like', () => {
  const peers = [union(10, 50), union(20, 40), union(30, 30), union(40, 20), union(40, null)];
  const own = peers[3] ?? union(0, null);
  const figures = new Map(peerFigures(own, peers).map((figure) => [figure.figure, figure]));

  it('has its place, which equal ones share, and the quartiles of all', () => {
    expect(figures.get('heads')).toEqual({
      figure: 'heads',
      own: 40,
      unions: 5,
      lowerQuartile: 20,
      median: 30,
      upperQuartile: 40,
      place: 1,
    });
  });

  it('is not compared by what fewer than five unions have', () => {
    expect(figures.get('costPerHead')).toMatchObject({ own: 20, unions: null, median: null, place: null });
    const more = peerFigures(own, [...peers, union(50, 10)]);
    // The cheapest is the best: 10, 20, 30, 40, 50.
    expect(more.find(({ figure }) => figure === 'costPerHead')).toMatchObject({ median: 30, place: 2 });
  });
});
