import { type Actor, mayDo } from '@gongxiang/domain';
import { actions } from '../actions.js';
import { decidedAt } from './pending-change.model.js';

/** May the union's own name, tier or size be changed by this person without being confirmed? They act from above. */
export function actsFromAbove(
  actor: Actor | null,
  place: { readonly unionPath: string; readonly abovePath: string | null },
): boolean {
  const rule = place.abovePath === null ? actions.changeRoot : actions.decidePendingChange;
  return actor !== null && mayDo(actor, rule, { paths: [decidedAt(place)] });
}
