import type { ActionRule } from '@gongxiang/domain';

/** Who may do what. Each row is tested for every role. */
export const actions = {
  sendIntake: { signedIn: true },
  seeOwnIntake: { signedIn: true },
  listIntake: { roles: ['officer'] },
  seeIntake: { self: true, roles: ['officer'] },
  answerIntake: { roles: ['officer'] },
  routeIntake: { roles: ['officer'] },
  askIntakeAgain: { self: true },
  closeIntake: { self: true, roles: ['officer'] },
} as const satisfies Readonly<Record<string, ActionRule>>;
