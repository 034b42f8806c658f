import { type ActionRule, type Actor, isWithin, reachOf } from '@gongxiang/domain';

/** The paths of a person: their own union, and the unions at which they hold one of the rule's roles. */
export function placesOf(actor: Actor | null, rule: ActionRule): string[] {
  const own = actor?.unionPath ?? null;
  return [...new Set([...(own === null ? [] : [own]), ...reachOf(actor, rule)])];
}

/**
 * The paths at which access to a programme is checked: the giver's, and the actor's paths below it. A programme is
 * open to everybody below its giver, whose roles do not reach up.
 */
export function programmePaths(giverPath: string, actor: Actor | null, rule: ActionRule): string[] {
  return [giverPath, ...reachOf(actor, rule).filter((path) => isWithin(path, giverPath))];
}
