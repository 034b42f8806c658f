import type { ActionRule } from '@gongxiang/domain';

/** Who may do what. Each row is tested for every role. */
export const actions = {
  /** About oneself, or about a member of the union and of those below it. */
  enterRecord: { self: true, roles: ['officer'] },
  seeOwnRecords: { signedIn: true },
  /** Verifies, refuses and revokes them too, but for their own and for what they have entered. */
  seeRecords: { roles: ['officer'] },
  /** Of a member of the union and of those below it. */
  enterVisit: { roles: ['officer'] },
  /** One's own, and those on which one went. */
  seeVisits: { signedIn: true },
  /** Of the very unions of which one is an officer. */
  listVisits: { roles: ['officer'] },
  importRecords: { roles: ['officer'] },
  findTalents: { signedIn: true },
  /** Writes, publishes and ends courses, and sees their figures. */
  manageCourses: { roles: ['officer'] },
  seeCourses: { signedIn: true },
  takeCourse: { signedIn: true },
} as const satisfies Readonly<Record<string, ActionRule>>;
