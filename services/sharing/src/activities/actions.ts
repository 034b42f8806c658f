import type { ActionRule } from '@gongxiang/domain';

/**
 * Who may do what. A test covers each row for every role. `delegate`: also a person to whom the activity, or what is
 * done in the name of its organiser, was delegated; never what moves money or approves.
 */
export const actions = {
  // activity
  createActivity: { roles: ['officer', 'organiser'], delegate: true },
  proposeOwnActivity: { self: true, delegate: true },
  seeActivity: { signedIn: true },
  seeDraft: {
    roles: ['officer', 'organiser', 'finance', 'approver', 'auditor', 'operator'],
    self: true,
    delegate: true,
  },
  editDraft: { roles: ['officer', 'organiser'], self: true, delegate: true },
  manageActivity: { roles: ['officer', 'organiser'], delegate: true },
  seeHostAttachments: { roles: ['officer', 'organiser'], self: true },
  // delegation: who may delegate a matter; `delegate` stands for a delegate who may pass it on
  delegateActivity: { roles: ['officer', 'organiser'], self: true, delegate: true },
  delegateParty: { roles: ['officer'], delegate: true },
  delegateOneself: { self: true, delegate: true },
  seeDelegations: { signedIn: true },
  // co-host
  inviteCoHost: { roles: ['officer', 'organiser'] },
  seeInvitation: { roles: ['officer', 'organiser', 'finance', 'approver', 'auditor'], self: true },
  answerInvitation: { roles: ['officer', 'organiser'], self: true },
  // agreement
  proposeAgreement: { roles: ['officer', 'organiser'] },
  seeAgreement: { roles: ['officer', 'organiser', 'finance', 'approver', 'auditor', 'operator'], self: true },
  signAgreement: { roles: ['officer', 'finance'], self: true },
  doActivityTask: { roles: ['officer', 'organiser'], self: true },
  leaveCoHosting: { roles: ['officer', 'organiser'], self: true },
  // pool, registration and check-in
  managePools: { roles: ['officer', 'organiser'], delegate: true },
  // eligibility and no-shows
  seeOwnNoShows: { signedIn: true },
  appealNoShow: { self: true },
  listNoShows: { roles: ['officer', 'organiser'], delegate: true },
  decideNoShow: { roles: ['officer'] },
  // messages and reminders
  manageReminders: { roles: ['officer', 'organiser'], self: true, delegate: true },
  askReminder: { signedIn: true },
  messageParticipants: { roles: ['officer', 'organiser'], delegate: true },
  askQuestion: { signedIn: true },
  answerQuestion: { roles: ['officer', 'organiser'], self: true, delegate: true },
  hideQuestion: { roles: ['officer', 'organiser'], delegate: true },
  withdrawQuestion: { self: true },
  // album
  seeAlbum: { member: true },
  moderateAlbum: { roles: ['officer', 'organiser'] },
  withdrawAlbumPicture: { self: true },
} as const satisfies Readonly<Record<string, ActionRule>>;
