import type { ActionRule } from '@gongxiang/domain';

/** Who may do what. Each row is tested for every role. */
export const actions = {
  // what people are told
  readOwnNotices: { signedIn: true },
  // mandate
  giveMandate: { roles: ['officer'] },
  seeMandate: { roles: ['officer', 'organiser', 'auditor'] },
  listMandates: { signedIn: true },
  endMandate: { roles: ['officer'] },
} as const satisfies Readonly<Record<string, ActionRule>>;
