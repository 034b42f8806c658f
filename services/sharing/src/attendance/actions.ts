import type { ActionRule } from '@gongxiang/domain';

/** Who may do what. A test covers each row for every role. */
export const actions = {
  // pool, registration and check-in
  checkIn: { roles: ['officer', 'organiser'], delegate: true },
  manageDoorLinks: { roles: ['officer', 'organiser'], delegate: true },
  admitWalkIn: { roles: ['officer', 'organiser'] },
  seeAttendance: { roles: ['officer', 'organiser'], delegate: true },
  closeActivity: { roles: ['officer', 'organiser'], delegate: true },
  correctAttendance: { roles: ['officer', 'organiser'] },
  decideCorrection: { roles: ['officer'] },
  // mutual interest
  takePartInInterest: { signedIn: true },
} as const satisfies Readonly<Record<string, ActionRule>>;
