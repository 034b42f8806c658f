import type { ActionRule } from '@gongxiang/domain';

/** Who may do what. A test covers each row for every role. */
export const actions = {
  readOwnNotices: { signedIn: true },
  // asked by the gateway about what its caller may see
  countReads: { signedIn: true },
  seeDeliveryReport: { roles: ['officer', 'auditor', 'operator'] },
} as const satisfies Readonly<Record<string, ActionRule>>;
