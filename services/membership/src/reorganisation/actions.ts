import type { ActionRule } from '@gongxiang/domain';

/** Who may do what. Each row is tested for every role. */
export const actions = {
  /** At the union that is to be closed, or above it. */
  proposeUnionClosing: { roles: ['officer'] },
  /** Also at the union that takes over its funds and property. */
  seeUnionClosing: { roles: ['officer'] },
  /** At the union above, and never by whoever has filed it. */
  decideUnionClosing: { roles: ['officer'] },
  withdrawUnionClosing: { self: true },
  /** At the union that is to move, or above it: whoever may propose or confirm it. */
  previewUnionMove: { roles: ['officer', 'operator'] },
  /** At the union that decides, or above it. */
  seeFilingStatistics: { roles: ['officer', 'auditor', 'operator'] },
} as const satisfies Readonly<Record<string, ActionRule>>;
