import type { ActionRule } from '@gongxiang/domain';

/** Who may do what. Each row is tested for every role. */
export const actions = {
  /** Asks the parties of a subtree about a season, and sees who has not answered. */
  holdEfficacySurvey: { roles: ['evaluator'] },
  /** Of the party's own union, and of none above it: nobody answers for those below him. */
  answerForParty: { roles: ['officer'] },
} as const satisfies Readonly<Record<string, ActionRule>>;
