import type { ActionRule } from '@gongxiang/domain';

/** Who may do what. Each row is tested for every role. */
export const actions = {
  // cost pool: at the organiser's union, but for the items, which are their payer's
  createCostPool: { roles: ['organiser', 'officer', 'finance'] },
  editCostItems: { roles: ['finance', 'officer'] },
  computeShares: { roles: ['organiser', 'officer', 'finance'] },
  submitCostPool: { roles: ['finance'] },
  // what the facts come to: for those who can see to it, and those who audit
  seeFactChecks: { roles: ['officer', 'finance', 'approver', 'auditor'] },
  repeatFactCheck: { roles: ['officer', 'finance', 'auditor'] },
  // rules of spending: of the union that sets them; let pass by a union above the one that pays
  liftFundRule: { roles: ['approver'] },
  planCosts: { roles: ['organiser', 'officer', 'finance'] },
  proposeRefund: { roles: ['finance'] },
  // ledger
  seeLoanMoney: { roles: ['officer', 'finance', 'approver', 'auditor'], self: true },
  // confirmations and disputes: answered by those who keep the money of a party, decided above both sides
  seeConfirmation: { roles: ['organiser', 'officer', 'finance', 'approver', 'auditor'] },
  answerConfirmation: { roles: ['finance', 'officer'] },
  speakInDispute: { roles: ['finance', 'officer', 'approver'] },
  decideDispute: { roles: ['approver'] },
} as const satisfies Readonly<Record<string, ActionRule>>;
