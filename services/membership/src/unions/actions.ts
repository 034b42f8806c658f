import { type ActionRule, roleNames } from '@gongxiang/domain';

/** Who may do what. Each row is tested for every role. */
export const actions = {
  createUnion: { roles: ['officer', 'operator'] },
  changeUnion: { roles: ['officer', 'operator'] },
  seeUnion: { signedIn: true },
  manageContactPoints: { roles: ['officer', 'operator'] },
  /** Proposers see their change even if they no longer hold an office. */
  seePendingChange: { self: true, roles: ['officer', 'operator', 'auditor'] },
  listPendingChanges: { roles: ['officer', 'operator', 'auditor'] },
  seeOwnPendingChanges: { signedIn: true },
  /** At the union above; never by its proposer, nor by the person whom it concerns. */
  decidePendingChange: { roles: ['officer', 'operator'] },
  withdrawPendingChange: { self: true },
  /** The person who is to hold the role. */
  acceptRole: { self: true },
  /** The root has no union above: changes that its officer may not make alone are up to an operator. */
  changeRoot: { roles: ['operator'] },
  /** Granting requires what `role.model.ts` states for each role. */
  seeRoles: { roles: ['officer', 'operator', 'auditor'] },
  /** Full names of those who hold an office at a union at which the caller holds one. */
  seeColleagues: { roles: roleNames },
  /** Their own office, to the union above. */
  handUpOffice: { roles: ['officer'] },
  createEnterprise: { roles: ['officer', 'operator'] },
  changeEnterprise: { roles: ['officer', 'operator'] },
  /** Its name, code and size class; the rest requires {@link seeFigures}. */
  seeEnterprise: { signedIn: true },
  /** At the enterprise's union, or at the one that maintains its record. */
  seeFigures: { roles: ['officer', 'auditor', 'operator'] },
} as const satisfies Readonly<Record<string, ActionRule>>;
