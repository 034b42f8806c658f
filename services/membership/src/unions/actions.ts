import type { ActionRule } from '@gongxiang/domain';

/** Who may do what. Each row is tested for every role. */
export const actions = {
  createUnion: { roles: ['officer', 'operator'] },
  changeUnion: { roles: ['officer', 'operator'] },
  seeUnion: { signedIn: true },
  manageContactPoints: { roles: ['officer', 'operator'] },
  /** Whoever has proposed a change sees it as well, also when they hold no office any more. */
  seePendingChange: { self: true, roles: ['officer', 'operator', 'auditor'] },
  listPendingChanges: { roles: ['officer', 'operator', 'auditor'] },
  seeOwnPendingChanges: { signedIn: true },
  /** At the union above; never by whoever proposed it, nor by the person whom it is about. */
  decidePendingChange: { roles: ['officer', 'operator'] },
  withdrawPendingChange: { self: true },
  /** Whoever is to hold the role. */
  acceptRole: { self: true },
  /** The root has no union above: what its officer alone may not change, an operator may. */
  changeRoot: { roles: ['operator'] },
  /** Granting asks for what `role.model.ts` says of each role. */
  seeRoles: { roles: ['officer', 'operator', 'auditor'] },
  createEnterprise: { roles: ['officer', 'operator'] },
  changeEnterprise: { roles: ['officer', 'operator'] },
  /** Its name, code and size class; the rest is {@link seeFigures}. */
  seeEnterprise: { signedIn: true },
  /** At the enterprise's union, or at the one that keeps its record. */
  seeFigures: { roles: ['officer', 'auditor', 'operator'] },
} as const satisfies Readonly<Record<string, ActionRule>>;
