import type { ActionRule } from '@gongxiang/domain';

/** Who may do what. Each row is tested for every role. */
export const actions = {
  preview: { signedIn: true },
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
} as const satisfies Readonly<Record<string, ActionRule>>;
