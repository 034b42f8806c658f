import type { ActionRule } from '@gongxiang/domain';

/** Who may do what. Each row is tested for every role. */
export const actions = {
  /** Numbers of a union and those below it: whoever answers for them, or looks after the whole. */
  seeReports: { roles: ['officer', 'organiser', 'evaluator', 'auditor'] },
} as const satisfies Readonly<Record<string, ActionRule>>;
