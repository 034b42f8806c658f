import type { ActionRule } from '@gongxiang/domain';

/** Who may do what. Each row is tested for every role. */
export const actions = {
  // rules of spending: of the union that sets them; let pass by a union above the one that pays
  tendFundRules: { roles: ['officer'] },
} as const satisfies Readonly<Record<string, ActionRule>>;
