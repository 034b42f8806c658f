import type { ActivityFact } from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';
import type { ResourceFunction, UnionBusiness } from '@gongxiang/contracts/sharing/sharing-events';
import type { TemplateLeaf, TemplateNode, Words } from './templates.js';

/** What an indicator is about: a resource function and a business. */
type Cell = readonly [ResourceFunction, UnionBusiness];

/** The scale of a measured value, which of its ends is better, what is to be reached, and its unit. */
interface Measure {
  readonly scale: readonly [min: number, max: number];
  readonly direction: 'max' | 'min';
  readonly target?: number;
  readonly unit?: Words;
}

/** A group at the top, with its weight among the others. */
export function group(key: string, name: Words, weight: number): TemplateNode {
  return { key, name, parentKey: null, leaf: null, weight };
}

/** Nodes below a group. */
export function below(parentKey: string, nodes: readonly Omit<TemplateNode, 'parentKey'>[]): TemplateNode[] {
  return nodes.map((node) => ({ ...node, parentKey }));
}

type Child = Omit<TemplateNode, 'parentKey'>;

/** A question answered by 1 to 5. */
export function likertQuestion(key: string, name: Words, about: Cell, weight: number): Child {
  return { key, name, weight, leaf: leafOf({ scale: [1, 5], direction: 'max', target: 4 }, about) };
}

/** Would you recommend it? 0 to 10. */
export function recommendQuestion(key: string, name: Words, about: Cell, weight: number): Child {
  const leaf = leafOf({ scale: [0, 10], direction: 'max', target: 8 }, about);
  return { key, name, weight, leaf: { ...leaf, item: 'nps' } };
}

/** A question answered in words: it is read, and weighs nothing. */
export function textQuestion(key: string, name: Words, about: Cell): Child {
  const leaf = leafOf({ scale: [0, 1], direction: 'max' }, about);
  return { key, name, weight: 0, leaf: { ...leaf, item: 'text' } };
}

/** A fact that the platform computes. */
export function platformFact(
  [key, fact]: readonly [key: string, fact: ActivityFact],
  name: Words,
  { about, measure, weight }: { readonly about: Cell; readonly measure: Measure; readonly weight: number },
): Child {
  return { key, name, weight, leaf: { ...leafOf(measure, about), kind: 'fact', fact } };
}

/** A figure from a file, with the name of the indicator. */
export function fileFigure(
  key: string,
  name: Words,
  { about, measure, weight }: { readonly about: Cell; readonly measure: Measure; readonly weight: number },
): Child {
  return { key, name, weight, leaf: { ...leafOf(measure, about), kind: 'figure', figure: name } };
}

export const share = (target: number): Measure => ({ scale: [0, 1], direction: 'max', target });

function leafOf({ scale, direction, target, unit }: Measure, about: Cell): TemplateLeaf {
  const [scaleMin, scaleMax] = scale;
  return {
    kind: 'survey',
    scaleMin,
    scaleMax,
    direction,
    function: about[0],
    business: about[1],
    ...(target === undefined ? {} : { target }),
    ...(unit && { unit }),
  };
}
