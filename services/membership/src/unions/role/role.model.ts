import {
  type ActionRule,
  type Actor,
  DomainError,
  isWithin,
  type RoleName,
  rootPath,
} from '@gongxiang/domain';

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

/** For so many days whoever took a person in may not give them a role without being confirmed that opens the way to money. */
export const admissionDays = 30;

/** The two hands over money. */
const hands: readonly RoleName[] = ['finance', 'approver'];
/** Those, and the roles by which one grants or confirms them. */
const guarded: readonly RoleName[] = ['finance', 'approver', 'officer', 'operator'];

export interface Granting {
  readonly role: RoleName;
  /** By the office of a union above. */
  readonly isFromAbove: boolean;
  /** To the granter. */
  readonly isOwn: boolean;
  /** How many persons are officers at the union by whose office it is granted. */
  readonly officersBeside: number;
  /** The granter took the person in not long ago: it could be somebody whom they invented. */
  readonly isAdmittedByGranter: boolean;
  /** At the root, where nobody but the granter has ever been an officer. */
  readonly isFounding: boolean;
}

/**
 * Must another person confirm it? Else the only officer of a union could hold both hands over its money, alone or by
 * somebody whom they made up. A network begins with one person, whose first appointment of a second officer at the root
 * nobody could confirm.
 */
export function needsConfirmation(granting: Granting): boolean {
  const { role, isFromAbove, isOwn, officersBeside, isAdmittedByGranter, isFounding } = granting;
  if (isFounding && role === 'officer') return false;
  if (isAdmittedByGranter && guarded.includes(role)) return true;
  return hands.includes(role) && officersBeside < 2 && (isOwn || !isFromAbove);
}

/** The place by whose office somebody grants at a union: the highest at which they are officer or operator. */
export function officeOver(actor: Actor | null, path: string): string {
  const offices = (actor?.roles ?? []).filter(
    (held) => (held.role === 'officer' || held.role === 'operator') && isWithin(path, held.path),
  );
  return offices.reduce((highest, held) => (held.path.length < highest.length ? held.path : highest), path);
}
