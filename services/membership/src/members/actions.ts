import type { ActionRule } from '@gongxiang/domain';

/** Who may do what. Each row is tested for every role. */
export const actions = {
  seeMe: { signedIn: true },
  changeMe: { signedIn: true },
  seeOwnContacts: { signedIn: true },
  changeOwnContacts: { signedIn: true },
  createMember: { roles: ['officer'] },
  changeMember: { roles: ['officer'] },
  endMembership: { roles: ['officer'] },
  issueEntryCode: { roles: ['officer'] },
  /** With whole numbers. */
  printRegistrationForms: { roles: ['officer'] },
  listMembers: { roles: ['officer', 'auditor', 'operator'] },
  /** With the name masked, unless {@link seeMember} applies as well. */
  seeMaskedMember: { self: true, roles: ['officer', 'auditor', 'operator'] },
  changeStanding: { roles: ['officer'] },
  /** Who for six months has paid no dues and taken no part. */
  listLapses: { roles: ['officer'] },
  warnOfLapse: { roles: ['officer'] },
  seeLapseWarning: { self: true, roles: ['officer'] },
  seeOwnLapseWarning: { signedIn: true },
  answerLapseWarning: { signedIn: true },
  seeOwnMembership: { signedIn: true },
  leaveUnion: { signedIn: true },
  /** Their own; or as an officer, with the names. */
  seeEmployments: { self: true, roles: ['officer'] },
  seeOwnEmployments: { signedIn: true },
  manageEmployments: { roles: ['officer'] },
  /** Those whom a union serves where they are dispatched to. */
  listServedMembers: { roles: ['officer'] },
  manageGroups: { roles: ['officer'] },
  // whoever keeps or audits dues chooses a group there
  listGroups: { roles: ['officer', 'finance', 'auditor'] },
  /** Also the leader of the group. */
  seeGroup: { self: true, roles: ['officer'] },
  seeOwnGroups: { signedIn: true },
  /** Anyone who has signed in; `committee-presenter.ts` says whose names they read. */
  seeCommittees: { signedIn: true },
  /** At the union, or above it; also with all names. */
  seeCommitteeElection: { roles: ['officer'] },
  fileCommitteeElection: { roles: ['officer'] },
  /** At the union above, and never by whoever has filed it; of the root at the root. */
  decideCommitteeElection: { roles: ['officer'] },
  withdrawCommitteeElection: { self: true },
  importMembers: { roles: ['officer'] },
  seeImport: { roles: ['officer', 'auditor'] },
  /** Of one's own record. */
  askCorrection: { signedIn: true },
  makeCorrection: { roles: ['officer'] },
  seeCorrection: { self: true, roles: ['officer', 'auditor'] },
  listCorrections: { roles: ['officer', 'auditor'] },
  /** Never by the person, nor by whoever asked for it; `correction.model.ts` says at which union. */
  decideCorrection: { roles: ['officer'] },
  withdrawCorrection: { self: true },
  /** Of one's own membership. */
  askTransfer: { signedIn: true },
  seeTransfer: { self: true, roles: ['officer'] },
  /** For one of the two unions, or above both; `transfer.model.ts` says which act at which of them. */
  decideTransfer: { roles: ['officer'] },
  /** At the union whose members all move, or above it. */
  proposeUnionTransfer: { roles: ['officer'] },
  seeUnionTransfer: { roles: ['officer'] },
  /** Above both unions, and never by whoever has filed it. */
  decideUnionTransfer: { roles: ['officer'] },
  withdrawUnionTransfer: { self: true },
  /** At the nearest union above both records; whoever proposes does not decide. */
  proposeMerge: { roles: ['officer'] },
  decideMerge: { roles: ['officer'] },
  seeMerges: { roles: ['officer'] },
} as const satisfies Readonly<Record<string, ActionRule>>;
