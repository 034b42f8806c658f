import type { ActionRule } from '@gongxiang/domain';

/** Who may do what. A test covers each row for every role. */
export const actions = {
  // activity
  createActivity: { roles: ['officer', 'organiser'] },
  proposeOwnActivity: { self: true },
  seeActivity: { signedIn: true },
  seeDraft: { roles: ['officer', 'organiser', 'finance', 'approver', 'auditor', 'operator'], self: true },
  editDraft: { roles: ['officer', 'organiser'], self: true },
  manageActivity: { roles: ['officer', 'organiser'] },
  seeHostAttachments: { roles: ['officer', 'organiser'], self: true },
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
  managePools: { roles: ['officer', 'organiser'] },
  // eligibility and no-shows
  seeOwnNoShows: { signedIn: true },
  appealNoShow: { self: true },
  listNoShows: { roles: ['officer', 'organiser'] },
  decideNoShow: { roles: ['officer'] },
  // messages and reminders
  manageReminders: { roles: ['officer', 'organiser'], self: true },
  askReminder: { signedIn: true },
  messageParticipants: { roles: ['officer', 'organiser'] },
  askQuestion: { signedIn: true },
  answerQuestion: { roles: ['officer', 'organiser'], self: true },
  hideQuestion: { roles: ['officer', 'organiser'] },
  withdrawQuestion: { self: true },
  // album
  seeAlbum: { member: true },
  moderateAlbum: { roles: ['officer', 'organiser'] },
  withdrawAlbumPicture: { self: true },
} as const satisfies Readonly<Record<string, ActionRule>>;
