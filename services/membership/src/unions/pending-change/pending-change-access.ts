import { type Actor, mayDo } from '@gongxiang/domain';
import { actions } from '../actions.js';
import { decidedAt } from './pending-change.model.js';

/**
 * Whether this person may change a union's name, tier or size without confirmation, because they hold office above
 * it.
 */
export function actsFromAbove(
  actor: Actor | null,
  place: { readonly unionPath: string; readonly abovePath: string | null },
): boolean {
  const rule = place.abovePath === null ? actions.changeRoot : actions.decidePendingChange;
  return actor !== null && mayDo(actor, rule, { paths: [decidedAt(place)] });
}
