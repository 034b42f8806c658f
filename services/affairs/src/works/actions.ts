import type { ActionRule } from '@gongxiang/domain';

/** Who may do what. Each row is tested for every role. */
export const actions = {
  /** Of the union and of those below it: writes calls, names jurors, admits works and closes. */
  manageWorksCalls: { roles: ['officer'] },
  /** Sends works, votes, and judges where somebody has named them. */
  takePart: { signedIn: true },
} as const satisfies Readonly<Record<string, ActionRule>>;
