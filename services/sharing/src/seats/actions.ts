import type { ActionRule } from '@gongxiang/domain';

/** Who may do what. A test covers each row for every role. */
export const actions = {
  // pool, registration and check-in
  seePools: { signedIn: true },
  register: { signedIn: true },
  registerOther: { roles: ['officer', 'organiser'] },
  overrideCapacity: { roles: ['officer', 'organiser'] },
  seeRegistration: { roles: ['officer', 'organiser'], self: true, delegate: true },
  listRegistrations: { roles: ['officer', 'organiser'], delegate: true },
  addCompanions: { roles: ['officer', 'organiser'], self: true },
  cancelRegistration: { roles: ['officer', 'organiser'], self: true, delegate: true },
  acceptOffer: { roles: ['officer', 'organiser'], self: true },
  submitAnswers: { roles: ['officer', 'organiser'], self: true },
  manageDraws: { roles: ['officer', 'organiser'], delegate: true },
  enterDraw: { signedIn: true },
  manageQueue: { roles: ['officer', 'organiser'], delegate: true },
  joinQueue: { signedIn: true },
  promoteRegistration: { roles: ['officer', 'organiser'], delegate: true },
  /** Also the leader of the group: figures only. */
  seeGroupSignUps: { roles: ['officer', 'organiser'], self: true },
  seeOwnRegistrations: { signedIn: true },
  manageOwnFamily: { signedIn: true },
  // give-away
  manageGiveAway: { roles: ['officer', 'organiser'] },
  seeOwnCoupons: { signedIn: true },
} as const satisfies Readonly<Record<string, ActionRule>>;
