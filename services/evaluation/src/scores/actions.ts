import type { ActionRule } from '@gongxiang/domain';

/** Who may do what. Each row is tested for every role. */
export const actions = {
  score: { roles: ['evaluator'] },
} as const satisfies Readonly<Record<string, ActionRule>>;
