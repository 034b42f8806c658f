import type { ActionRule } from '@gongxiang/domain';

/** Who may do what. Each row is tested for every role. */
export const actions = {
  seeOwnSessions: { signedIn: true },
  revokeOwnSessions: { signedIn: true },
  /** One's own; an operator also anybody else's, e.g. after a phone was lost. */
  revokeSession: { self: true, roles: ['operator'] },
  seeOwnCredentials: { signedIn: true },
  changeOwnCredentials: { signedIn: true },
  seeSignInPolicy: { signedIn: true },
  /** At the root. */
  changeSignInPolicy: { roles: ['officer', 'operator'] },
  createApiKey: { signedIn: true },
  seeOwnApiKeys: { signedIn: true },
  revokeApiKey: { self: true, roles: ['operator'] },
} as const satisfies Readonly<Record<string, ActionRule>>;
