import type { ActionRule } from '@gongxiang/domain';

/** Who may do what. Each row is tested for every role. */
export const actions = {
  manageBulletins: { roles: ['officer'] },
  /** On reports, and on what waits: of the union that decides, see `deciderUnionId`. */
  decideOnBulletins: { roles: ['officer'] },
  seeBulletins: { signedIn: true },
  /** Unions and kinds, for oneself. */
  followBulletins: { signedIn: true },
  /** How many have read, of the union of which it is asked. */
  seeReading: { roles: ['officer'] },
  /** Plans what is to be disclosed, and links what was. */
  manageDisclosures: { roles: ['officer'] },
  /** Plans and boards; members see the plan of their own union. */
  seeDisclosures: { roles: ['officer', 'auditor'] },
  seeOwnDisclosures: { signedIn: true },
} as const satisfies Readonly<Record<string, ActionRule>>;
