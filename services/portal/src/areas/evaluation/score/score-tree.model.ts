import type { components } from '../../../api/schema.js';

type Score = components['schemas']['ScoreView'];
export type Contribution = Score['contributions'][number];

/** A node of the tree with what it gives to the score. */
export interface ScoreNode {
  readonly key: string;
  readonly name: string;
  /** Of all that is below it; they sum to that of the whole. */
  readonly weight: number;
  readonly points: number;
  readonly children: readonly ScoreNode[];
  /** Of an indicator; null for a group. */
  readonly contribution: Contribution | null;
}

interface TreeNode {
  readonly key: string;
  readonly name: string;
  readonly parentKey: string | null;
}

/**
 * The tree of a system with the contributions in their places. Without the tree, as long as it is on its way, they stand
 * beside each other.
 */
export function scoreTree(
  contributions: readonly Contribution[],
  nodes: readonly TreeNode[],
  parentKey: string | null = null,
): readonly ScoreNode[] {
  if (nodes.length === 0) return contributions.map(indicatorNode);
  return nodes
    .filter((node) => node.parentKey === parentKey)
    .flatMap(({ key, name }): ScoreNode[] => {
      const contribution = contributions.find(({ indicatorId }) => indicatorId === key);
      if (contribution !== undefined) return [indicatorNode(contribution)];
      const children = scoreTree(contributions, nodes, key);
      if (children.length === 0) return [];
      return [{ key, name, children, contribution: null, ...sumOf(children) }];
    });
}

function indicatorNode(contribution: Contribution): ScoreNode {
  const { indicatorId: key, name, weight, points } = contribution;
  return { key, name, weight, points, children: [], contribution };
}

function sumOf(nodes: readonly ScoreNode[]): { readonly weight: number; readonly points: number } {
  return {
    weight: nodes.reduce((sum, { weight }) => sum + weight, 0),
    points: nodes.reduce((sum, { points }) => sum + points, 0),
  };
}

interface Effect {
  readonly name: string;
  readonly points: number;
}

const effectsMax = 3;

/** The indicators that gave the most points, and those that measured furthest below what they could have given. */
export function largestEffects(contributions: readonly Contribution[]): {
  readonly gained: readonly Effect[];
  readonly lost: readonly Effect[];
} {
  const measured = contributions.filter(({ value }) => value !== null);
  return {
    gained: largest(measured.map(({ name, points }) => ({ name, points }))),
    lost: largest(measured.map(({ name, points, weight }) => ({ name, points: weight * 100 - points }))),
  };
}

/** Less than what is shown as 0.1 point is none. */
function largest(effects: readonly Effect[]): readonly Effect[] {
  return effects
    .filter(({ points }) => points >= 0.05)
    .sort((one, other) => other.points - one.points)
    .slice(0, effectsMax);
}
