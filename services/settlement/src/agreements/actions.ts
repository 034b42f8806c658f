import type { ActionRule } from '@gongxiang/domain';

/** Who may do what. Each row is tested for every role. */
export const actions = {
  // A fund rule belongs to the union that sets it; a union above the paying union may waive a breach.
  tendFundRules: { roles: ['officer'] },
} as const satisfies Readonly<Record<string, ActionRule>>;
