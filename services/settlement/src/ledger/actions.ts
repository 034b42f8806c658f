import type { ActionRule } from '@gongxiang/domain';

/** Who may do what. Each row is tested for every role. */
export const actions = {
  // cost pool: at the organiser's union, but for the items, which are their payer's
  approveCostPool: { roles: ['approver'] },
  // ledger
  seeLedger: { roles: ['officer', 'finance', 'approver', 'auditor'] },
  reverseEntry: { roles: ['approver'] },
  // at the root of the network
  closePeriod: { roles: ['approver'] },
  proveLedger: { roles: ['auditor', 'approver'] },
  // at a union above the one that is bound
  setLimit: { roles: ['officer'] },
} as const satisfies Readonly<Record<string, ActionRule>>;
