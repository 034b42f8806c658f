import type { ActionRule } from '@gongxiang/domain';

/** Who may do what. Each row is tested for every role. */
export const actions = {
  callVote: { roles: ['officer'] },
  /** A vote that is not closed, or that is shown to its roll alone. */
  seeVote: { roles: ['officer', 'auditor'], self: true },
  /** A closed vote that is shown to the members of its union. */
  seeShownVote: { roles: ['officer', 'auditor'], self: true, member: true },
  /** Lists hold only what the reader may see. Who gets a token the roll decides, and no role. */
  listVotes: { signedIn: true },
} as const satisfies Readonly<Record<string, ActionRule>>;
