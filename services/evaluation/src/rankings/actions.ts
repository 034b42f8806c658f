import type { ActionRule } from '@gongxiang/domain';

/** Who may do what. Each row is tested for every role. */
export const actions = {
  /** Computes and saves nothing: also for API keys of integrators. */
  preview: { signedIn: true },
  /** Of the union behind what is ranked. */
  appealRanking: { roles: ['officer'] },
  /** At the union that ranks, or above it; never whoever made the ranking. */
  decideAppeal: { roles: ['evaluator', 'officer', 'auditor'] },
} as const satisfies Readonly<Record<string, ActionRule>>;
