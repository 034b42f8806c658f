import type { Actor } from '@gongxiang/domain';
import { actions } from '../actions.js';

/** The very unions at which somebody deals with assignments. */
export function officesOf(actor: Actor | null): string[] {
  const held = (actor?.roles ?? []).filter(({ role }) =>
    actions.seeAssigned.roles.some((one) => one === role),
  );
  return [...new Set(held.map(({ unionId }) => unionId))];
}
