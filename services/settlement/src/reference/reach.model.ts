import { type ActionRule, type Actor, mayDo } from '@gongxiang/domain';

/** The paths of the unions at which the actor holds one of the rule's roles: a list shows what lies below them. */
export function reachOf(actor: Actor | null, rule: ActionRule): string[] {
  const held = (actor?.roles ?? []).filter(({ role }) => rule.roles?.includes(role) === true);
  return [...new Set(held.map(({ path }) => path))];
}

/** Whether a refusal may say that the thing is there. */
export function maySee(actor: Actor | null, rule: ActionRule, paths: readonly string[]): boolean {
  return actor !== null && mayDo(actor, rule, { paths });
}
