import type { ActionRule } from '@gongxiang/domain';

/** Who may do what. Each row is tested for every role. */
export const actions = {
  listApplications: { roles: ['officer'] },
  /** Deciding takes an office at the very union that has the application: see `decides` in `application.model.ts`. */
  seeApplication: { roles: ['officer'] },
  seeApplicationStatistics: { roles: ['officer', 'auditor', 'operator'] },
  seeJoiningPolicy: { signedIn: true },
  changeJoiningPolicy: { roles: ['officer', 'operator'] },
  invite: { roles: ['officer'] },
  listFoundings: { roles: ['officer'] },
  /** Deciding takes an office at the very union that has the filing. */
  seeFounding: { roles: ['officer'] },
} as const satisfies Readonly<Record<string, ActionRule>>;
