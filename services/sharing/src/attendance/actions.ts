import type { ActionRule } from '@gongxiang/domain';

/** Who may do what. A test covers each row for every role. */
export const actions = {
  // pool, registration and check-in
  checkIn: { roles: ['officer', 'organiser'] },
  manageDoorLinks: { roles: ['officer', 'organiser'] },
  admitWalkIn: { roles: ['officer', 'organiser'] },
  seeAttendance: { roles: ['officer', 'organiser'] },
  closeActivity: { roles: ['officer', 'organiser'] },
  correctAttendance: { roles: ['officer', 'organiser'] },
  decideCorrection: { roles: ['officer'] },
  // mutual interest
  takePartInInterest: { signedIn: true },
} as const satisfies Readonly<Record<string, ActionRule>>;
