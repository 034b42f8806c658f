import type { ActionRule } from '@gongxiang/domain';

/** Who may do what. A test covers each row for every role. */
export const actions = {
  // search
  seeOffers: { signedIn: true },
  /** What is found is what the lists show. */
  search: { signedIn: true },
  // words that mean the same
  seeWords: { signedIn: true },
  changeWords: { roles: ['officer'] },
  // supply and demand
  seeSupplyAndDemand: { signedIn: true },
  seeGivenAndReceived: {
    roles: ['officer', 'organiser', 'finance', 'approver', 'evaluator', 'auditor', 'operator'],
  },
} as const satisfies Readonly<Record<string, ActionRule>>;
