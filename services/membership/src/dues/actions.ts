import type { ActionRule } from '@gongxiang/domain';

/** Who may do what. Each row is tested for every role. */
export const actions = {
  setDuesRule: { roles: ['officer', 'finance'] },
  seeDuesRules: { signedIn: true },
  recordDues: { roles: ['officer', 'finance'] },
  seeDues: { self: true, roles: ['officer', 'finance', 'auditor'] },
  listDues: { roles: ['officer', 'finance', 'auditor'] },
  seeOwnDues: { signedIn: true },
} as const satisfies Readonly<Record<string, ActionRule>>;
