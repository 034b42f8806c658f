import type { ActionRule } from '@gongxiang/domain';

/** Who may do what. Each row is tested for every role. */
export const actions = {
  seeCensus: { roles: ['officer', 'auditor'] },
} as const satisfies Readonly<Record<string, ActionRule>>;
