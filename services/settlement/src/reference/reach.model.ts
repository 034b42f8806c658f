import { type ActionRule, type Actor, mayDo } from '@gongxiang/domain';

/** Whether a refusal may reveal that the thing exists. */
export function maySee(actor: Actor | null, rule: ActionRule, paths: readonly string[]): boolean {
  return actor !== null && mayDo(actor, rule, { paths });
}
