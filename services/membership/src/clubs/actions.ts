import type { ActionRule } from '@gongxiang/domain';

/** Who may do what. Each row is tested for every role. */
export const actions = {
  createOrganisation: { roles: ['officer', 'operator'] },
  createClub: { roles: ['officer', 'organiser', 'operator'] },
  seeOrganisation: { signedIn: true },
  closeOrganisation: { roles: ['officer', 'operator'] },
  joinClub: { signedIn: true },
  addClubMember: { roles: ['officer'] },
  /** Members of the club also see each other. */
  seeClubMembers: { roles: ['officer', 'organiser'] },
  endClubMembership: { self: true, roles: ['officer'] },
} as const satisfies Readonly<Record<string, ActionRule>>;
