import type { ActionRule } from '@gongxiang/domain';

/** Who may do what. Each row is tested for every role. */
export const actions = {
  // Cost pools belong to the organiser's union; items belong to their payer's union.
  approveCostPool: { roles: ['approver'] },
  // ledger
  seeLedger: { roles: ['officer', 'finance', 'approver', 'auditor'] },
  reverseEntry: { roles: ['approver'] },
  // Checked at the root of the network.
  closePeriod: { roles: ['approver'] },
  proveLedger: { roles: ['auditor', 'approver'] },
  // Checked at a union above the one that is limited.
  setLimit: { roles: ['officer'] },
} as const satisfies Readonly<Record<string, ActionRule>>;
