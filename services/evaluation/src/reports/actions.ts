import type { ActionRule } from '@gongxiang/domain';

/** Who may do what. Each row is tested for every role. */
export const actions = {
  /** Figures of a union and those below it, for those responsible for them or for the whole network. */
  seeReports: { roles: ['officer', 'organiser', 'evaluator', 'auditor'] },
} as const satisfies Readonly<Record<string, ActionRule>>;
