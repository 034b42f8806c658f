import type { ActionRule } from '@gongxiang/domain';

/** Who may do what. Each row is tested for every role. */
export const actions = {
  /** Writes indicator systems, weighs them, ranks by them. */
  tendIndicators: { roles: ['evaluator'] },
  /** Whatever is published: systems, weights, frozen results, scores, rankings. */
  seePublished: { signedIn: true },
} as const satisfies Readonly<Record<string, ActionRule>>;
