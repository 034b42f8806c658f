import type { ActionRule } from '@gongxiang/domain';

/** Who may do what. Each row is tested for every role. */
export const actions = {
  useOwnCards: { signedIn: true },
  revokeCard: { self: true },
} as const satisfies Readonly<Record<string, ActionRule>>;
