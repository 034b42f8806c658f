import type { ActionRule } from '@gongxiang/domain';

/** Who may do what in this service. Each row is tested for every role. */
export const actions = {
  preview: { signedIn: true },
  // Lists are open to anyone who is signed in, and hold what his roles reach.
  list: { signedIn: true },
  // cost pool: at the organiser's union, but for the items, which are their payer's
  createCostPool: { roles: ['organiser', 'officer', 'finance'] },
  seeCostPool: { roles: ['organiser', 'officer', 'finance', 'approver', 'auditor'] },
  editCostItems: { roles: ['finance', 'officer'] },
  computeShares: { roles: ['organiser', 'officer', 'finance'] },
  submitCostPool: { roles: ['finance'] },
  approveCostPool: { roles: ['approver'] },
  // what the facts come to: for those who can see to it, and those who audit
  seeFactChecks: { roles: ['officer', 'finance', 'approver', 'auditor'] },
  repeatFactCheck: { roles: ['officer', 'finance', 'auditor'] },
  // rules of spending: of the union that sets them; let pass by a union above the one that pays
  tendFundRules: { roles: ['officer'] },
  liftFundRule: { roles: ['approver'] },
  planCosts: { roles: ['organiser', 'officer', 'finance'] },
  proposeRefund: { roles: ['finance'] },
  // ledger
  seeLedger: { roles: ['officer', 'finance', 'approver', 'auditor'] },
  seeLoanMoney: { roles: ['officer', 'finance', 'approver', 'auditor'], self: true },
  reverseEntry: { roles: ['approver'] },
  // confirmations and disputes: answered by those who keep the money of a party, decided above both sides
  seeConfirmation: { roles: ['organiser', 'officer', 'finance', 'approver', 'auditor'] },
  answerConfirmation: { roles: ['finance', 'officer'] },
  speakInDispute: { roles: ['finance', 'officer', 'approver'] },
  decideDispute: { roles: ['approver'] },
  // subsidies: programmes at the giver's union, what is asked for and given at the receiver's
  seeSubsidyProgramme: { roles: ['officer', 'organiser', 'finance', 'approver', 'auditor'], member: true },
  manageSubsidyProgramme: { roles: ['officer', 'finance'] },
  decideSubsidies: { roles: ['officer'] },
  approveSubsidies: { roles: ['approver'] },
  objectToSubsidy: { roles: ['officer', 'organiser', 'finance', 'approver', 'auditor'], member: true },
  seeSubsidies: { roles: ['officer', 'organiser', 'finance', 'approver', 'auditor'] },
  applyForSubsidy: { roles: ['officer', 'finance'] },
  useSubsidy: { roles: ['officer', 'finance'] },
  paySubsidy: { roles: ['finance'] },
  reviewSubsidyReport: { roles: ['officer', 'finance'] },
  clawBackSubsidy: { roles: ['approver'] },
  // at the root of the network
  closePeriod: { roles: ['approver'] },
  proveLedger: { roles: ['auditor', 'approver'] },
  // at a union above the one that is bound
  setLimit: { roles: ['officer'] },
  proposeClosure: { roles: ['finance', 'officer'] },
  approveClosure: { roles: ['approver'] },
  // netting and payments
  freezeParty: { roles: ['approver'] },
  createNettingRun: { roles: ['finance'] },
  withdrawNettingRun: { roles: ['finance', 'approver'] },
  confirmNettingRun: { roles: ['approver'] },
  confirmSent: { roles: ['finance'] },
  confirmReceived: { roles: ['finance'] },
  failPayment: { roles: ['approver'] },
  // bank statements: of the union whose account it is
  importBankStatement: { roles: ['finance'] },
  // budgets, disclosures and vouchers
  seeBudget: { roles: ['officer', 'finance', 'approver', 'auditor'] },
  draftBudget: { roles: ['finance', 'officer'] },
  adoptBudget: { roles: ['approver'] },
  // Members of the union and of those below it see what it discloses.
  seeDisclosure: { roles: ['officer', 'finance', 'approver', 'auditor'], member: true },
  publishDisclosure: { roles: ['officer'] },
  seeVouchers: { roles: ['officer', 'finance', 'approver', 'auditor'] },
  mapVoucherSubjects: { roles: ['finance', 'officer'] },
} as const satisfies Readonly<Record<string, ActionRule>>;
