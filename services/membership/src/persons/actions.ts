import type { ActionRule } from '@gongxiang/domain';

/** Who may do what. Each row is tested for every role. */
export const actions = {
  useReference: { signedIn: true },
  seeMember: { self: true, roles: ['officer'] },
} as const satisfies Readonly<Record<string, ActionRule>>;
