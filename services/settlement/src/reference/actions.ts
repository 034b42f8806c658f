import type { ActionRule } from '@gongxiang/domain';

/** Who may do what. Each row is tested for every role. */
export const actions = {
  // Lists are open to anyone who is signed in and show what their roles reach.
  list: { signedIn: true },
  // What a party that its union may close still owes or is owed.
  seeClosing: { roles: ['officer', 'operator'] },
  // Cost pools belong to the organiser's union; items belong to their payer's union.
  seeCostPool: { roles: ['organiser', 'officer', 'finance', 'approver', 'auditor'] },
} as const satisfies Readonly<Record<string, ActionRule>>;
