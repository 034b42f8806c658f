import { type ActionRule, type Actor, isWithin, reachOf } from '@gongxiang/domain';

/** Where a person stands in the tree: his own union, and those at which he holds one of the rule's roles. */
export function placesOf(actor: Actor | null, rule: ActionRule): string[] {
  const own = actor?.unionPath ?? null;
  return [...new Set([...(own === null ? [] : [own]), ...reachOf(actor, rule)])];
}

/**
 * The paths at which a programme is guarded: that of the giver, and the places below it where somebody holds a role. A
 * programme is there for all who are below it, whose roles do not reach up.
 */
export function programmePaths(giverPath: string, actor: Actor | null, rule: ActionRule): string[] {
  return [giverPath, ...reachOf(actor, rule).filter((path) => isWithin(path, giverPath))];
}
