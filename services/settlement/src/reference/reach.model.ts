import { type ActionRule, type Actor, mayDo } from '@gongxiang/domain';

/** Whether a refusal may say that the thing is there. */
export function maySee(actor: Actor | null, rule: ActionRule, paths: readonly string[]): boolean {
  return actor !== null && mayDo(actor, rule, { paths });
}
