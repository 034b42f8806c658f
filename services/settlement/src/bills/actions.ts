import type { ActionRule } from '@gongxiang/domain';

/** Who may do what. Each row is tested for every role. */
export const actions = {
  // Cost pools belong to the organiser's union; items belong to their payer's union.
  createCostPool: { roles: ['organiser', 'officer', 'finance'] },
  editCostItems: { roles: ['finance', 'officer'] },
  computeShares: { roles: ['organiser', 'officer', 'finance'] },
  submitCostPool: { roles: ['finance'] },
  // Fact checks are visible to those who can correct the facts and to auditors.
  seeFactChecks: { roles: ['officer', 'finance', 'approver', 'auditor'] },
  repeatFactCheck: { roles: ['officer', 'finance', 'auditor'] },
  // A fund rule belongs to the union that sets it; a union above the paying union may waive a breach.
  liftFundRule: { roles: ['approver'] },
  planCosts: { roles: ['organiser', 'officer', 'finance'] },
  proposeRefund: { roles: ['finance'] },
  // ledger
  seeLoanMoney: { roles: ['officer', 'finance', 'approver', 'auditor'], self: true },
  // Confirmations and disputes are answered by those who manage a party's money and decided above both sides.
  seeConfirmation: { roles: ['organiser', 'officer', 'finance', 'approver', 'auditor'] },
  answerConfirmation: { roles: ['finance', 'officer'] },
  speakInDispute: { roles: ['finance', 'officer', 'approver'] },
  decideDispute: { roles: ['approver'] },
} as const satisfies Readonly<Record<string, ActionRule>>;
