import type { ActionRule } from '@gongxiang/domain';

/** Who may do what. Each row is tested for every role. */
export const actions = {
  // Checked at a union above the one that is limited.
  proposeClosure: { roles: ['finance', 'officer'] },
  approveClosure: { roles: ['approver'] },
  // Members of the union and of those below it see what it discloses.
  seeDisclosure: { roles: ['officer', 'finance', 'approver', 'auditor'], member: true },
  publishDisclosure: { roles: ['officer'] },
  seeVouchers: { roles: ['officer', 'finance', 'approver', 'auditor'] },
  mapVoucherSubjects: { roles: ['finance', 'officer'] },
} as const satisfies Readonly<Record<string, ActionRule>>;
