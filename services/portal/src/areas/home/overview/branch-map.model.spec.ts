import { describe, expect, it } from '@jest/globals';
import { pointsOf } from './branch-map.model.js';
import type { BranchLine } from './overview.model.js';

const line = (unionId: string, overdue: number | null = 0): BranchLine => ({
  unionId,
  unionName: unionId.toUpperCase(),
  isItself: false,
  members: null,
  activities: 0,
  attendances: 0,
  lent: 0,
  borrowed: 0,
  waiting: null,
  overdue,
});
const at = (longitude: number, latitude: number) => ({ longitude, latitude });

describe('the map of a branch', () => {
  it('has north at the top, east to the right, and distances as they are', () => {
    // At 60° a degree of longitude is half as long as one of latitude.
    const places = new Map([
      ['a', at(100, 60.5)],
      ['b', at(102, 60.5)],
      ['c', at(100, 59.5)],
    ]);
    const [a, b, c] = pointsOf([line('a'), line('b'), line('c')], places, 'overdue');
    expect([a?.x, a?.y]).toEqual([0, 0]);
    expect(b?.x).toBeCloseTo(1);
    expect(b?.y).toBe(0);
    expect(c?.x).toBe(0);
    expect(c?.y).toBeCloseTo(1);
  });

  it('leaves out who has no place, and bears one union alone and figures that nobody knows', () => {
    expect(pointsOf([line('a', null), line('b')], new Map([['a', at(114, 30)]]), 'overdue')).toEqual([
      { unionId: 'a', name: 'A', value: null, x: 0, y: 0, size: 10 },
    ]);
    expect(pointsOf([line('a')], new Map(), 'overdue')).toEqual([]);
  });

  it('makes a point larger by the root of its figure', () => {
    const places = new Map(['a', 'b', 'c'].map((id) => [id, at(114, 30)]));
    const sizes = pointsOf([line('a', 0), line('b', 25), line('c', 100)], places, 'overdue');
    expect(sizes.map(({ size }) => size)).toEqual([10, 27, 44]);
  });
});
