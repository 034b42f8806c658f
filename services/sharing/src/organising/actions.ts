import type { ActionRule } from '@gongxiang/domain';

/** Who may do what. A test covers each row for every role. */
export const actions = {
  // proposal
  sponsorProposal: { roles: ['officer'] },
  renewProposal: { self: true },
  // brand
  manageBrand: { roles: ['officer', 'organiser'] },
  seeBrand: { signedIn: true },
  adoptBrand: { roles: ['officer', 'organiser'] },
} as const satisfies Readonly<Record<string, ActionRule>>;
