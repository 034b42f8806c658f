import type { ActionRule } from '@gongxiang/domain';

/** Who may do what. Each row is tested for every role. */
export const actions = {
  holdSurvey: { roles: ['evaluator', 'organiser'] },
  /** The survey before its results are published; attendees may see it too. */
  seeSurvey: { roles: ['evaluator', 'organiser', 'officer', 'auditor'], self: true },
  /** Attendance decides; a refusal says so. */
  askToken: { signedIn: true },
} as const satisfies Readonly<Record<string, ActionRule>>;
