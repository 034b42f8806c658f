import type { ActionRule } from '@gongxiang/domain';

/** Who may do what. A test covers each row for every role. */
export const actions = {
  // closing of parties, at the union behind the party
  seeClosing: { roles: ['officer', 'operator'] },
  // mandate
  grantMandate: { roles: ['officer'] },
  seeMandate: { roles: ['officer', 'organiser', 'auditor'] },
  listMandates: { signedIn: true },
  endMandate: { roles: ['officer'] },
} as const satisfies Readonly<Record<string, ActionRule>>;
