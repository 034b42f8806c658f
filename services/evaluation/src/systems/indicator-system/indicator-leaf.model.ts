import type { IndicatorLeaf } from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';
import { DomainError } from '@gongxiang/domain';

/** Where a leaf stands in the request, and the key of its node. */
interface LeafPlace {
  readonly pointer: string;
  readonly params: { readonly id: string };
}

/**
 * Refuses a leaf that cannot be measured as it says: a fact names its fact and a figure its figure, and nothing else
 * does; only a question has choices, two at least, each worth a value on the scale.
 * @throws DomainError `FACT_REQUIRED`, `INDICATOR_FIGURE_REQUIRED`, `ITEM_UNFIT`, `CHOICES_REQUIRED`, `CHOICE_TWICE`,
 * `CHOICE_OFF_SCALE`, `TARGET_OFF_SCALE`, `AXIS_TWICE`, `INDICATOR_SCALE`, with the pointer to the field
 */
export function checkLeaf(leaf: IndicatorLeaf, at: LeafPlace): void {
  const refuse = (code: string, field: string, params: Record<string, string> = {}): never => {
    throw new DomainError(code, {
      pointer: `${at.pointer}/leaf${field}`,
      params: { ...at.params, ...params },
    });
  };
  if (isPresent(leaf.fact) !== (leaf.kind === 'fact')) refuse('FACT_REQUIRED', '/fact');
  if (isPresent(leaf.figure) !== (leaf.kind === 'figure')) refuse('INDICATOR_FIGURE_REQUIRED', '/figure');
  if (isPresent(leaf.item) && leaf.kind !== 'survey') refuse('ITEM_UNFIT', '/item');
  if (!(leaf.scaleMin < leaf.scaleMax)) refuse('INDICATOR_SCALE', '/scaleMax');
  if (isPresent(leaf.target) && !isOnScale(leaf, leaf.target)) refuse('TARGET_OFF_SCALE', '/target');
  checkChoices(leaf, refuse);
  checkAxes(leaf, refuse);
}

/** A question in words is asked and read, but it is no number: it is neither weighed nor scored. */
export function isWeighedLeaf({ kind, item }: Pick<IndicatorLeaf, 'kind' | 'item'>): boolean {
  return kind !== 'survey' || item !== 'text';
}

type Refuse = (code: string, field: string, params?: Record<string, string>) => never;

function checkChoices(leaf: IndicatorLeaf, refuse: Refuse): void {
  const choices = leaf.choices ?? null;
  if ((choices !== null) !== (leaf.item === 'choice')) refuse('CHOICES_REQUIRED', '/choices');
  const seen = new Set<string>();
  choices?.forEach(({ key, value }, index) => {
    if (seen.has(key)) refuse('CHOICE_TWICE', `/choices/${index}/key`, { choice: key });
    seen.add(key);
    if (!isOnScale(leaf, value)) refuse('CHOICE_OFF_SCALE', `/choices/${index}/value`, { choice: key });
  });
}

function checkAxes({ axes }: IndicatorLeaf, refuse: Refuse): void {
  const seen = new Set<string>();
  (axes ?? []).forEach(({ axis }, index) => {
    if (seen.has(axis)) refuse('AXIS_TWICE', `/axes/${index}/axis`, { axis });
    seen.add(axis);
  });
}

function isOnScale({ scaleMin, scaleMax }: IndicatorLeaf, value: number): boolean {
  return value >= scaleMin && value <= scaleMax;
}

/** Left out and null mean the same. */
export function isPresent<T>(value: T | null | undefined): value is T {
  return value !== undefined && value !== null;
}
