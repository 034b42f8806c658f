import type { ActionRule } from '@gongxiang/domain';

/** Who may do what. A test covers each row for every role. */
export const actions = {
  // resource, need, loan
  manageResource: { roles: ['officer', 'organiser'], self: true, delegate: true },
  seeResource: { signedIn: true },
  requestLoan: { roles: ['officer', 'organiser'] },
  // in the name of a club, an organisation or an enterprise, whose union then requests the loan
  askPartyLoan: { delegate: true },
  withdrawPartyLoan: { self: true, delegate: true },
  overrideOverdue: { roles: ['officer', 'organiser'] },
  decideLoan: { roles: ['officer', 'organiser'], self: true, delegate: true },
  seeLoan: { roles: ['officer', 'organiser'], self: true, delegate: true },
  listLoans: { signedIn: true },
  handLoan: { roles: ['officer', 'organiser'], self: true, delegate: true },
  claimDamage: { roles: ['officer', 'organiser'], self: true },
  answerDamage: { roles: ['officer', 'finance'] },
  decideDamage: { roles: ['officer'] },
  setOverdueRule: { roles: ['officer'] },
  cancelLoan: { roles: ['officer', 'organiser'], self: true, delegate: true },
  manageNeed: { roles: ['officer', 'organiser'], self: true, delegate: true },
  seeNeed: { signedIn: true },
  proposeMatch: { roles: ['officer', 'organiser'], self: true },
} as const satisfies Readonly<Record<string, ActionRule>>;
