import {
  type ActionRule,
  type Actor,
  dayMs,
  daysAfter,
  DomainError,
  hourMs,
  isWithin,
  type RoleName,
  rootPath,
  shanghaiDate,
  shanghaiMidnight,
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

interface PlacedRole {
  readonly role: RoleName;
  readonly path: string;
}

/**
 * Whether it is the last officer or operator at the root: without an officer nobody could admit members, without an
 * operator nobody could appoint one again.
 * @param others how many others hold the role at the union on the first day without this one: today where it is
 * revoked, the day after its last one where it gets an end. So an end is set only where somebody outlasts it. What is
 * revoked may leave one with an end: refusing that would keep people in office whom nobody wants there, and the last
 * one does not end (`RoleWriter.endOver`).
 */
export function isLast({ role, path }: PlacedRole, others: number): boolean {
  return path === rootPath && codeOfLast[role] !== undefined && others === 0;
}

/** Refuses to let go of {@link isLast}. @throws DomainError `ROLE_LAST_OFFICER`, `ROLE_LAST_OPERATOR` */
export function refuseLast(grant: PlacedRole, others: number, pointer?: string): void {
  const code = codeOfLast[grant.role];
  if (code !== undefined && isLast(grant, others))
    throw new DomainError(code, pointer === undefined ? {} : { pointer });
}

const endYearsMax = 10;
/** So long before its end it is said that it is near, at nine in the morning. */
const nearMs = 7 * dayMs - 9 * hourMs;

/** The first instant after the last day of a role. */
export function endOf(validTo: string): Date {
  return shanghaiMidnight(daysAfter(validTo, 1));
}

/** When it is said that the end of a role is near: at nine in the morning, on the seventh last day. */
export function nearEndOf(validTo: string): Date {
  return new Date(endOf(validTo).getTime() - nearMs);
}

/** The first day after the last day of a role. */
export function dayAfter(validTo: string): string {
  return shanghaiDate(endOf(validTo));
}

/** Whether its last day is over: nobody acts by it any more, also before it is revoked for that. */
export function isOver({ validTo }: { readonly validTo: string | null }, now: Date): boolean {
  return validTo !== null && validTo < shanghaiDate(now);
}

/** @throws DomainError `ROLE_END_DAY` unless the last day is today or later, at most ten years ahead */
export function checkEnd(validTo: string | null, now: Date): void {
  const today = shanghaiDate(now);
  const latest = `${String(Number(today.slice(0, 4)) + endYearsMax)}${today.slice(4)}`;
  if (validTo !== null && (validTo < today || validTo > latest))
    throw new DomainError('ROLE_END_DAY', { pointer: '/validTo' });
}

/** Whether a role with one last day is held for longer than with another one; null is none. */
export function isLater(validTo: string | null, than: string | null): boolean {
  return than !== null && (validTo === null || validTo > than);
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
