import type { ActionRule } from '@gongxiang/domain';

/** Who may do what. A test covers each row for every role. */
export const actions = {
  // letters
  manageLetterTemplates: { roles: ['officer', 'organiser'] },
  issueLetters: { roles: ['officer', 'organiser'] },
  readOwnLetters: { signedIn: true },
  // calendar feed
  manageOwnCalendarFeeds: { signedIn: true },
  revokeCalendarFeed: { self: true },
} as const satisfies Readonly<Record<string, ActionRule>>;
