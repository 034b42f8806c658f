import type { ActionRule } from '@gongxiang/domain';

/** Who may do what. Each row is tested for every role. */
export const actions = {
  manageServices: { roles: ['officer'] },
  /** Names people for a service at a union, and says when they are not any more. */
  nameHandlers: { roles: ['officer'] },
  seeServices: { signedIn: true },
  bringMatter: { signedIn: true },
  enterMatter: { roles: ['officer'] },
  seeOwnMatters: { signedIn: true },
  /** The desk of a union: lines without what they say. */
  seeDesk: { roles: ['officer'] },
  /** The desk of whoever is named for a service, as far as they are. */
  seeNamedDesk: { signedIn: true },
  /** Takes an office at the very union that has the matter, or before which it was brought. */
  takeMatter: { roles: ['officer'] },
  assignMatter: { roles: ['officer'] },
  /** Says that a member belongs to the household of a matter in hand: one whom they see as an officer. */
  declareHousehold: { roles: ['officer'] },
  seeHardshipKinds: { signedIn: true },
  /** Of the federation, see `HardshipKindService`. */
  manageHardshipKinds: { roles: ['officer'] },
  confirmMatter: { roles: ['officer'] },
  /** Whom to pay, once it is approved. */
  seePayees: { roles: ['finance'] },
  /** Of the very union, see `OccasionService`. */
  seeOccasions: { roles: ['officer'] },
  tellOccasion: { signedIn: true },
  /** Of the very union, see `CoverageService`. */
  stateAudience: { roles: ['officer'] },
  seeFigures: { roles: ['officer', 'auditor'] },
} as const satisfies Readonly<Record<string, ActionRule>>;
