import type { ActionRule } from '@gongxiang/domain';

/** Who may do what. Each row is tested for every role. */
export const actions = {
  // Programmes belong to the giver's union; applications and subsidies to the receiver's.
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
  // Payments for matters belong to the union that has the matter.
  seeMatterPayments: { roles: ['finance', 'approver', 'auditor'] },
  approveMatterPayment: { roles: ['approver'] },
  payMatterPayment: { roles: ['finance'] },
  // budgets, disclosures and vouchers
  seeBudget: { roles: ['officer', 'finance', 'approver', 'auditor'] },
  draftBudget: { roles: ['finance', 'officer'] },
  adoptBudget: { roles: ['approver'] },
} as const satisfies Readonly<Record<string, ActionRule>>;
