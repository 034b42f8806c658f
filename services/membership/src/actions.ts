import type { ActionRule } from '@gongxiang/domain';

/** Who may do what in this service. Each row is tested for every role. */
export const actions = {
  createUnion: { roles: ['officer', 'operator'] },
  changeUnion: { roles: ['officer', 'operator'] },
  seeUnion: { signedIn: true },
  seeOwnSessions: { signedIn: true },
  revokeOwnSessions: { signedIn: true },
  /** One's own; an operator of the platform also another's, e.g. of a lost phone. */
  revokeSession: { self: true, roles: ['operator'] },
  seeMe: { signedIn: true },
  changeMe: { signedIn: true },
  /** Whoever has proposed a change sees it as well, also when they hold no office any more. */
  seePendingChange: { self: true, roles: ['officer', 'operator', 'auditor'] },
  listPendingChanges: { roles: ['officer', 'operator', 'auditor'] },
  seeOwnPendingChanges: { signedIn: true },
  /** At the union above; never by whoever proposed it, nor by the person whom it is about. */
  decidePendingChange: { roles: ['officer', 'operator'] },
  withdrawPendingChange: { self: true },
  /** Whoever is to hold the role. */
  acceptRole: { self: true },
  /** The root has no union above: what its officer alone may not change, an operator may. */
  changeRoot: { roles: ['operator'] },
  /** Granting asks for what `role.model.ts` says of each role. */
  seeRoles: { roles: ['officer', 'operator', 'auditor'] },
  createApiKey: { signedIn: true },
  seeOwnApiKeys: { signedIn: true },
  revokeApiKey: { self: true, roles: ['operator'] },
  useReference: { signedIn: true },
  createEnterprise: { roles: ['officer', 'operator'] },
  changeEnterprise: { roles: ['officer', 'operator'] },
  /** Its name, code and size class; the rest is {@link seeFigures}. */
  seeEnterprise: { signedIn: true },
  /** At the enterprise's union, or at the one that keeps its record. */
  seeFigures: { roles: ['officer', 'auditor', 'operator'] },
  createOrganisation: { roles: ['officer', 'operator'] },
  createClub: { roles: ['officer', 'organiser', 'operator'] },
  seeOrganisation: { signedIn: true },
  joinClub: { signedIn: true },
  addClubMember: { roles: ['officer'] },
  /** Members of the club see each other as well. */
  seeClubMembers: { roles: ['officer', 'organiser'] },
  endClubMembership: { self: true, roles: ['officer'] },
  createMember: { roles: ['officer'] },
  changeMember: { roles: ['officer'] },
  endMembership: { roles: ['officer'] },
  issueEntryCode: { roles: ['officer'] },
  listMembers: { roles: ['officer', 'auditor', 'operator'] },
  /** With the name masked, unless it is {@link seeMember} too. */
  seeMaskedMember: { self: true, roles: ['officer', 'auditor', 'operator'] },
  seeMember: { self: true, roles: ['officer'] },
  importMembers: { roles: ['officer'] },
  seeImport: { roles: ['officer', 'auditor'] },
  sendIntake: { signedIn: true },
  seeOwnIntake: { signedIn: true },
  listIntake: { roles: ['officer'] },
  seeIntake: { self: true, roles: ['officer'] },
  answerIntake: { roles: ['officer'] },
  routeIntake: { roles: ['officer'] },
  askIntakeAgain: { self: true },
  closeIntake: { self: true, roles: ['officer'] },
} as const satisfies Readonly<Record<string, ActionRule>>;
