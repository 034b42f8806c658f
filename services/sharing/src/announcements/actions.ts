import type { ActionRule } from '@gongxiang/domain';

/** Who may do what. A test covers each row for every role. */
export const actions = {
  writeAnnouncement: { roles: ['officer'] },
  seeAnnouncement: { roles: ['officer', 'organiser', 'auditor'] },
  listAnnouncements: { signedIn: true },
} as const satisfies Readonly<Record<string, ActionRule>>;
