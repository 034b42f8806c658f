import type { ActionRule } from '@gongxiang/domain';

/** Who may do what. Each row is tested for every role. */
export const actions = {
  // Lists are open to anyone who is signed in, and hold what his roles reach.
  list: { signedIn: true },
  // cost pool: at the organiser's union, but for the items, which are their payer's
  seeCostPool: { roles: ['organiser', 'officer', 'finance', 'approver', 'auditor'] },
} as const satisfies Readonly<Record<string, ActionRule>>;
