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

/**
 * Who may grant or revoke a role: officers those of their own union; operator and auditor, which supervise officers,
 * only operators.
 */
export function ruleToGrant(role: RoleName): ActionRule {
  return role === 'operator' || role === 'auditor' ? byOperator : byOfficer;
}

const codeOfLast: Partial<Record<RoleName, string>> = {
  officer: 'ROLE_LAST_OFFICER',
  operator: 'ROLE_LAST_OPERATOR',
};

/**
 * Refuses to revoke the last officer or operator at the root: without an officer nobody could admit members, without
 * an operator nobody could appoint one again.
 * @param holders how many hold the role at the union, including this grant
 * @throws DomainError `ROLE_LAST_OFFICER`, `ROLE_LAST_OPERATOR`
 */
export function refuseLast(grant: { readonly role: RoleName; readonly path: string }, holders: number): void {
  const code = codeOfLast[grant.role];
  if (grant.path === rootPath && code !== undefined && holders <= 1) throw new DomainError(code);
}

/**
 * For this many days after admitting a person, the admitting officer may not grant them a role that leads to money
 * without confirmation.
 */
export const admissionDays = 30;

/** The two roles that together control money. */
const hands: readonly RoleName[] = ['finance', 'approver'];
/** Those, and the roles that grant or confirm them. */
const guarded: readonly RoleName[] = ['finance', 'approver', 'officer', 'operator'];

export interface Granting {
  readonly role: RoleName;
  /** Whether it is granted by an officer of a union above. */
  readonly isFromAbove: boolean;
  /** Whether the granter receives it. */
  readonly isOwn: boolean;
  /** How many officers the granting union has. */
  readonly officersBeside: number;
  /** The granter admitted the person recently, who could be invented. */
  readonly isAdmittedByGranter: boolean;
  /** Granted at the root, where nobody but the granter has ever been an officer. */
  readonly isFounding: boolean;
}

/**
 * Whether another person has to confirm a grant. Otherwise the only officer of a union could hold both financial
 * roles, alone or through an invented person. A network starts with one person, whose first appointment of a second
 * officer at the root nobody could confirm.
 */
export function needsConfirmation(granting: Granting): boolean {
  const { role, isFromAbove, isOwn, officersBeside, isAdmittedByGranter, isFounding } = granting;
  if (isFounding && role === 'officer') return false;
  if (isAdmittedByGranter && guarded.includes(role)) return true;
  return hands.includes(role) && officersBeside < 2 && (isOwn || !isFromAbove);
}

/** The path of the office by which somebody grants at a union: the highest at which they are officer or operator. */
export function officeOver(actor: Actor | null, path: string): string {
  const offices = (actor?.roles ?? []).filter(
    (held) => (held.role === 'officer' || held.role === 'operator') && isWithin(path, held.path),
  );
  return offices.reduce((highest, held) => (held.path.length < highest.length ? held.path : highest), path);
}
