import type { ActionRule } from '@gongxiang/domain';

/** Who may do what. Each row is tested for every role. */
export const actions = {
  /** What is found is what the lists show; of people, what {@link searchMembers} lets see. */
  search: { signedIn: true },
  /** As in the list of members. */
  searchMembers: { roles: ['officer', 'auditor', 'operator'] },
} as const satisfies Readonly<Record<string, ActionRule>>;
