import type { components } from '../../../api/schema.js';
import type { IndicatorLeaf, IndicatorNode } from './indicator-tree.model.js';

export type Comparison = components['schemas']['IndicatorSystemComparison'];
export type Difference = Comparison['differences'][number];

/** A node of both trees, with what became of it; null where nothing did. */
export interface ComparedNode {
  readonly node: IndicatorNode;
  readonly difference: Difference | null;
}

/** The later tree, and below their old parents what it lacks; what lost its parent, too, stands at the top. */
export function comparedNodes(
  later: readonly IndicatorNode[],
  differences: readonly Difference[],
): ComparedNode[] {
  const byKey = new Map(differences.map((one) => [one.key, one]));
  const removed = differences.flatMap(({ before, after }) => (after === null && before ? [before] : []));
  const nodes = [...later, ...removed];
  const keys = new Set(nodes.map(({ key }) => key));
  return nodes.map((node) => {
    const parentKey = node.parentKey !== null && keys.has(node.parentKey) ? node.parentKey : null;
    return { node: { ...node, parentKey }, difference: byKey.get(node.key) ?? null };
  });
}

/** How a field of a leaf is written down: a number, a word of the platform, or words that people typed. */
type FieldText =
  | { readonly kind: 'none' }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'plain'; readonly text: string };

/** @param field as the comparison names it */
export function fieldTextOf(leaf: IndicatorLeaf, field: string): FieldText {
  if (field === 'choices') {
    return plain((leaf.choices ?? []).map(({ text, value }) => `${text} = ${value}`).join('; '));
  }
  if (field === 'axes')
    return plain((leaf.axes ?? []).map(({ axis, value }) => `${axis}: ${value}`).join('; '));
  const value: unknown = leaf[field as keyof IndicatorLeaf];
  if (typeof value === 'number') return { kind: 'number', number: value };
  return plain(typeof value === 'string' ? value : '');
}

function plain(text: string): FieldText {
  return text === '' ? { kind: 'none' } : { kind: 'plain', text };
}
