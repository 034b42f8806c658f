import type { ActionRule } from '@gongxiang/domain';

/** Who may do what. Each row is tested for every role. */
export const actions = {
  /** Computes and saves nothing: also for API keys of integrators. */
  preview: { signedIn: true },
  /** Checked at the union behind the ranked subject. */
  appealRanking: { roles: ['officer'] },
  /** Checked at the union that ranks, or above it; never the person who created the ranking. */
  decideAppeal: { roles: ['evaluator', 'officer', 'auditor'] },
} as const satisfies Readonly<Record<string, ActionRule>>;
