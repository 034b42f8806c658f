import type { ActionRule } from '@gongxiang/domain';

/** Who may do what. Each row is tested for every role. */
export const actions = {
  /** Of the union and of those below it: founds circles, moderates them, names moderators, closes. */
  moderateCircles: { roles: ['officer'] },
  /** For whom a circle is: its union's people and those of the unions below. */
  joinCircles: { member: true },
  seeCircles: { signedIn: true },
} as const satisfies Readonly<Record<string, ActionRule>>;
