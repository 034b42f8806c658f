import type { components } from '../../../api/schema.js';

type Waiting = components['schemas']['WaitingView'];
type Count = components['schemas']['WaitingCount'];

/** What waits of one kind: the first of it, and how many there are. */
export interface WaitingGroup extends Count {
  readonly items: readonly Waiting[];
}

/** By kind, the one with what is due first at the top; kinds whose first is not among the items come last. */
export function groupsOf(items: readonly Waiting[], counts: readonly Count[]): WaitingGroup[] {
  const order = [...new Set(items.map(({ kind }) => kind))];
  const placeOf = ({ kind }: Count): number => (order.includes(kind) ? order.indexOf(kind) : order.length);
  return counts
    .map((count) => ({ ...count, items: items.filter(({ kind }) => kind === count.kind) }))
    .sort((one, other) => placeOf(one) - placeOf(other));
}
