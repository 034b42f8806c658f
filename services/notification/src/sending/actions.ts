import type { ActionRule } from '@gongxiang/domain';

/** Who may do what. A test covers each row for every role. */
export const actions = {
  manageOwnNoticeAddresses: { signedIn: true },
  manageOwnNoticePreferences: { signedIn: true },
} as const satisfies Readonly<Record<string, ActionRule>>;
