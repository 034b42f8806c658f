import type { ActionRule } from '@gongxiang/domain';

/** Who may do what. A test covers each row for every role. */
export const actions = {
  // `delegate`: what whoever acts for a club writes to it; `self`: what the leader of a group writes to it
  writeAnnouncement: { roles: ['officer'], self: true, delegate: true },
  seeAnnouncement: { roles: ['officer', 'organiser', 'auditor'], self: true, delegate: true },
  listAnnouncements: { signedIn: true },
} as const satisfies Readonly<Record<string, ActionRule>>;
