import { describe, expect, it } from '@jest/globals';
import { type Contribution, largestEffects, scoreTree, type ScoreNode } from './score-tree.model.js';

const contribution = (indicatorId: string, weight: number, normalised: number): Contribution => ({
  indicatorId,
  name: `name of ${indicatorId}`,
  value: normalised / 100,
  normalised,
  weight,
  points: weight * normalised,
  target: null,
  isTargetReached: null,
});
const node = (key: string, parentKey: string | null) => ({ key, name: key, parentKey });

const contributions = [contribution('x', 0.25, 80), contribution('y', 0.25, 40), contribution('z', 0.5, 50)];
const nodes = [
  node('g', null),
  node('x', 'g'),
  node('y', 'g'),
  node('h', null),
  node('z', 'h'),
  node('empty', null),
];

describe('the tree of a score', () => {
  it('sums the points of each group, which sum to the score', () => {
    const tree = scoreTree(contributions, nodes);
    // g: 0.25·80 + 0.25·40 = 30 of 50; h: 0.5·50 = 25 of 50; together 55
    expect(tree.map(({ key, points, weight }) => [key, points, weight])).toEqual([
      ['g', 30, 0.5],
      ['h', 25, 0.5],
    ]);
    expect(
      tree.flatMap(({ children }: ScoreNode) => children.map(({ key, points }) => [key, points])),
    ).toEqual([
      ['x', 20],
      ['y', 10],
      ['z', 25],
    ]);
  });

  it('is flat as long as the system is not known', () => {
    expect(scoreTree(contributions, []).map(({ key }) => key)).toEqual(['x', 'y', 'z']);
  });
});

describe('the largest effects on a score', () => {
  it('are what gave the most, and what fell the furthest short of what it could give', () => {
    // x: 20 of 25; y: 10 of 25; z: 25 of 50; w: 5 of 5
    const effects = largestEffects([...contributions, contribution('w', 0.05, 100)]);
    const shown = (side: 'gained' | 'lost') =>
      effects[side].map(({ name, points }) => [name.slice(-1), Math.round(points)]);
    expect(shown('gained')).toEqual([
      ['z', 25],
      ['x', 20],
      ['y', 10],
    ]);
    expect(shown('lost')).toEqual([
      ['z', 25],
      ['y', 15],
      ['x', 5],
    ]);
  });

  it('leave out what nobody measured', () => {
    const missing = { ...contribution('x', 1, 0), value: null, normalised: null };
    expect(largestEffects([missing])).toEqual({ gained: [], lost: [] });
  });
});
