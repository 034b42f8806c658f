import type { ActionRule } from '@gongxiang/domain';

/** Who may do what. A test covers each row for every role. */
export const actions = {
  readOwnWaiting: { signedIn: true },
  /** Numbers alone: what waits for others is not for the union above to do. */
  countWaitingBelow: { roles: ['officer', 'auditor', 'operator'] },
} as const satisfies Readonly<Record<string, ActionRule>>;
