import type { ActionRule } from '@gongxiang/domain';

/** Who may do what in this service. Each row is tested for every role. */
export const actions = {
  // activity
  createActivity: { roles: ['officer', 'organiser'] },
  proposeOwnActivity: { self: true },
  seeActivity: { signedIn: true },
  seeDraft: { roles: ['officer', 'organiser', 'finance', 'approver', 'auditor', 'operator'], self: true },
  editDraft: { roles: ['officer', 'organiser'], self: true },
  manageActivity: { roles: ['officer', 'organiser'] },
  seeHostAttachments: { roles: ['officer', 'organiser'], self: true },
  // proposal
  sponsorProposal: { roles: ['officer'] },
  renewProposal: { self: true },
  // search
  seeOffers: { signedIn: true },
  // brand
  makeBrand: { roles: ['officer', 'organiser'] },
  seeBrand: { signedIn: true },
  adoptBrand: { roles: ['officer', 'organiser'] },
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
  seePools: { signedIn: true },
  register: { signedIn: true },
  registerOther: { roles: ['officer', 'organiser'] },
  overrideCapacity: { roles: ['officer', 'organiser'] },
  seeRegistration: { roles: ['officer', 'organiser'], self: true },
  listRegistrations: { roles: ['officer', 'organiser'] },
  addCompanions: { roles: ['officer', 'organiser'], self: true },
  cancelRegistration: { roles: ['officer', 'organiser'], self: true },
  acceptOffer: { roles: ['officer', 'organiser'], self: true },
  giveAnswers: { roles: ['officer', 'organiser'], self: true },
  manageDraws: { roles: ['officer', 'organiser'] },
  enterDraw: { signedIn: true },
  manageQueue: { roles: ['officer', 'organiser'] },
  joinQueue: { signedIn: true },
  promoteRegistration: { roles: ['officer', 'organiser'] },
  seeOwnRegistrations: { signedIn: true },
  checkIn: { roles: ['officer', 'organiser'] },
  admitWalkIn: { roles: ['officer', 'organiser'] },
  seeAttendance: { roles: ['officer', 'organiser'] },
  closeActivity: { roles: ['officer', 'organiser'] },
  correctAttendance: { roles: ['officer', 'organiser'] },
  decideCorrection: { roles: ['officer'] },
  // who may come, and who did not
  seeOwnNoShows: { signedIn: true },
  appealNoShow: { self: true },
  listNoShows: { roles: ['officer', 'organiser'] },
  decideNoShow: { roles: ['officer'] },
  // what people are told
  readOwnNotices: { signedIn: true },
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
  // mutual interest
  takePartInInterest: { signedIn: true },
  // give-away
  manageGiveAway: { roles: ['officer', 'organiser'] },
  seeOwnCoupons: { signedIn: true },
  // letters
  keepLetterTemplates: { roles: ['officer', 'organiser'] },
  issueLetters: { roles: ['officer', 'organiser'] },
  readOwnLetters: { signedIn: true },
  // calendar feed
  keepOwnCalendarFeeds: { signedIn: true },
  revokeCalendarFeed: { self: true },
  // mandate
  giveMandate: { roles: ['officer'] },
  seeMandate: { roles: ['officer', 'organiser', 'auditor'] },
  listMandates: { signedIn: true },
  endMandate: { roles: ['officer'] },
  // resource, need, loan
  keepResource: { roles: ['officer', 'organiser'], self: true },
  seeResource: { signedIn: true },
  requestLoan: { roles: ['officer', 'organiser'] },
  overrideOverdue: { roles: ['officer', 'organiser'] },
  decideLoan: { roles: ['officer', 'organiser'], self: true },
  seeLoan: { roles: ['officer', 'organiser'], self: true },
  listLoans: { signedIn: true },
  handLoan: { roles: ['officer', 'organiser'], self: true },
  answerDamage: { roles: ['officer', 'finance'] },
  decideDamage: { roles: ['officer'] },
  setOverdueRule: { roles: ['officer'] },
  cancelLoan: { roles: ['officer', 'organiser'], self: true },
  keepNeed: { roles: ['officer', 'organiser'], self: true },
  seeNeed: { signedIn: true },
  proposeMatch: { roles: ['officer', 'organiser'], self: true },
  // supply and demand
  seeSupplyAndDemand: { signedIn: true },
  seeGivenAndReceived: {
    roles: ['officer', 'organiser', 'finance', 'approver', 'evaluator', 'auditor', 'operator'],
  },
} as const satisfies Readonly<Record<string, ActionRule>>;
