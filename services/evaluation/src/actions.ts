import type { ActionRule } from '@gongxiang/domain';

/** Who may do what in this service. Each row is tested for every role. */
export const actions = {
  /** Computes and saves nothing: also for API keys of integrators. */
  preview: { signedIn: true },
  /** Writes indicator systems, weighs them, ranks by them. */
  tendIndicators: { roles: ['evaluator'] },
  /** Whatever is published: systems, weights, frozen results, scores, rankings. */
  seePublished: { signedIn: true },
  holdSurvey: { roles: ['evaluator', 'organiser'] },
  /** The survey itself before it is published as results; whoever came sees it, too. */
  seeSurvey: { roles: ['evaluator', 'organiser', 'officer', 'auditor'], self: true },
  /** Attendance decides; a refusal says so. */
  askToken: { signedIn: true },
  score: { roles: ['evaluator'] },
  /** Asks the parties of a subtree about a season, and sees who has not answered. */
  holdEfficacySurvey: { roles: ['evaluator'] },
  /** Of the party's own union, and of none above it: nobody answers for those below him. */
  answerForParty: { roles: ['officer'] },
  /** Numbers of a union and those below it: whoever answers for them, or looks after the whole. */
  seeReports: { roles: ['officer', 'organiser', 'evaluator', 'auditor'] },
  /** Of the union behind what is ranked. */
  appealRanking: { roles: ['officer'] },
  /** At the union that ranks, or above it; never whoever made the ranking. */
  decideAppeal: { roles: ['evaluator', 'officer', 'auditor'] },
} as const satisfies Readonly<Record<string, ActionRule>>;
