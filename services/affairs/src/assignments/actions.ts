import type { ActionRule } from '@gongxiang/domain';

/** Who may do what. Each row is tested for every role. */
export const actions = {
  /** Writes, gives and closes assignments of a union, and accepts what comes back. */
  giveAssignments: { roles: ['officer'] },
  /** Reads what was given to a union; what is done with it takes the office at that very union. */
  seeAssigned: { roles: ['officer'] },
} as const satisfies Readonly<Record<string, ActionRule>>;
