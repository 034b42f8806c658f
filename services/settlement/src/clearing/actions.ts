import type { ActionRule } from '@gongxiang/domain';

/** Who may do what. Each row is tested for every role. */
export const actions = {
  preview: { signedIn: true },
  // netting and payments
  freezeParty: { roles: ['approver'] },
  createNettingRun: { roles: ['finance'] },
  withdrawNettingRun: { roles: ['finance', 'approver'] },
  confirmNettingRun: { roles: ['approver'] },
  seeDuesAccount: { signedIn: true },
  setPayeeAccount: { roles: ['finance'] },
  confirmPayeeAccount: { roles: ['approver'] },
  withdrawPayeeAccount: { roles: ['finance', 'approver'] },
  confirmSent: { roles: ['finance'] },
  confirmReceived: { roles: ['finance'] },
  failPayment: { roles: ['approver'] },
  // Bank statements belong to the union that owns the account.
  importBankStatement: { roles: ['finance'] },
} as const satisfies Readonly<Record<string, ActionRule>>;
