import type { ActionRule } from '@gongxiang/domain';

/** Who may do what. Each row is tested for every role. */
export const actions = {
  holdSurvey: { roles: ['evaluator', 'organiser'] },
  /** The survey itself before it is published as results; whoever came sees it, too. */
  seeSurvey: { roles: ['evaluator', 'organiser', 'officer', 'auditor'], self: true },
  /** Attendance decides; a refusal says so. */
  askToken: { signedIn: true },
} as const satisfies Readonly<Record<string, ActionRule>>;
