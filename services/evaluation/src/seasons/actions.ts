import type { ActionRule } from '@gongxiang/domain';

/** Who may do what. Each row is tested for every role. */
export const actions = {
  /** Asks the parties of a subtree about a season, and sees who has not answered. */
  holdEfficacySurvey: { roles: ['evaluator'] },
  /** Checked at the party's own union and at none above it: nobody answers for unions below them. */
  answerForParty: { roles: ['officer'] },
} as const satisfies Readonly<Record<string, ActionRule>>;
