import { type ActionRule, DomainError, type RoleName, rootPath } from '@gongxiang/domain';

const byOfficer: ActionRule = { roles: ['officer', 'operator'] };
const byOperator: ActionRule = { roles: ['operator'] };

/** Who may grant or revoke a role: an officer his own union's, but only an operator those that watch over officers. */
export function ruleToGrant(role: RoleName): ActionRule {
  return role === 'operator' || role === 'auditor' ? byOperator : byOfficer;
}

const codeOfLast: Partial<Record<RoleName, string>> = {
  officer: 'ROLE_LAST_OFFICER',
  operator: 'ROLE_LAST_OPERATOR',
};

/**
 * Without an officer at the root nobody could admit members; without an operator nobody could appoint one again.
 * @param holders how many hold the role at the union, this grant included
 * @throws DomainError `ROLE_LAST_OFFICER`, `ROLE_LAST_OPERATOR`
 */
export function refuseLast(grant: { readonly role: RoleName; readonly path: string }, holders: number): void {
  const code = codeOfLast[grant.role];
  if (grant.path === rootPath && code !== undefined && holders <= 1) throw new DomainError(code);
}
