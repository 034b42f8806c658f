import type { ActionRule } from '@gongxiang/domain';

/** Who may do what. Each row is tested for every role. */
export const actions = {
  decideConsent: { signedIn: true },
  /** At the root. */
  publishConsentText: { roles: ['officer', 'operator'] },
} as const satisfies Readonly<Record<string, ActionRule>>;
