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
  /** `delegate`: whoever acts in the name of the club. */
  seeClubMembers: { roles: ['officer', 'organiser'], delegate: true },
  /** Why somebody was removed, besides that person themself. */
  seeRemovalReasons: { roles: ['officer'], delegate: true },
  endClubMembership: { self: true, roles: ['officer'], delegate: true },
} as const satisfies Readonly<Record<string, ActionRule>>;
