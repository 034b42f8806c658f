import type { AgeBand } from '@gongxiang/contracts/sharing/seats/registration.contract';
import { DomainError, type FieldProblem } from '@gongxiang/domain';

/** The sign-up rules of an activity. */
export interface SignUpRules {
  readonly kind: string;
  readonly state: string;
  readonly startsAt: Date;
  readonly signUpOpensAt: Date;
  readonly signUpClosesAt: Date;
  readonly companionsMax: number;
}

/** A pool may open later than the activity; a person without a pool gets the activity's time. */
export function openingOf<Rules extends SignUpRules>(
  activity: Rules,
  pool: { readonly opensAt: Date | null } | null,
): Rules {
  const opensAt = pool?.opensAt ?? activity.signUpOpensAt;
  return opensAt > activity.signUpOpensAt ? { ...activity, signUpOpensAt: opensAt } : activity;
}

/**
 * Once an activity has begun there is no sign-up and no waitlist, whatever its window says.
 * @throws DomainError `ACTIVITY_NOT_OPEN`, `NOT_OPEN_YET`, `SIGN_UP_CLOSED`
 */
export function requireOpen(activity: SignUpRules, now: Date): void {
  if (activity.state !== 'published') throw new DomainError('ACTIVITY_NOT_OPEN');
  if (now < activity.signUpOpensAt) {
    throw new DomainError('NOT_OPEN_YET', { params: { opensAt: activity.signUpOpensAt.toISOString() } });
  }
  if (now >= activity.signUpClosesAt || now >= activity.startsAt) throw new DomainError('SIGN_UP_CLOSED');
}

/**
 * While a draw decides about the seats nobody gets one by being faster (E26).
 * @throws DomainError `DRAW_DECIDES`
 */
export function requireNoDraw({
  draw,
}: {
  readonly draw: { readonly opensAt: string; readonly closesAt: string; readonly decides: boolean } | null;
}): void {
  if (draw?.decides !== true) return;
  throw new DomainError('DRAW_DECIDES', { params: { opensAt: draw.opensAt, closesAt: draw.closesAt } });
}

/**
 * Seats can be given back and reassigned until the activity begins.
 * @throws DomainError `ACTIVITY_NOT_OPEN`, `ACTIVITY_STARTED`
 */
export function requireNotStarted(activity: Pick<SignUpRules, 'state' | 'startsAt'>, now: Date): void {
  if (activity.state !== 'published') throw new DomainError('ACTIVITY_NOT_OPEN');
  if (now >= activity.startsAt) throw new DomainError('ACTIVITY_STARTED');
}

export interface Companion {
  readonly name: string;
  readonly ageBand?: AgeBand | null;
}

/**
 * @throws DomainError `TOO_MANY_COMPANIONS`; `AGE_BAND_REQUIRED` naming each companion without one, if children are  
 * expected: the person who signs up answers for them as their guardian
 */
export function requireCompanions(activity: SignUpRules, companions: readonly Companion[]): void {
  if (companions.length > activity.companionsMax) {
    throw new DomainError('TOO_MANY_COMPANIONS', {
      pointer: '/companions',
      params: { max: activity.companionsMax },
    });
  }
  if (activity.kind !== 'parentChild') return;
  const errors: FieldProblem[] = companions.flatMap(({ ageBand }, index) =>
    ageBand ? [] : [{ pointer: `/companions/${index}/ageBand`, code: 'AGE_BAND_REQUIRED' }],
  );
  if (errors.length > 0) throw new DomainError('AGE_BAND_REQUIRED', { errors });
}

const childBands: readonly AgeBand[] = ['child0to2', 'child3to6', 'child7to13'];

/** Whether any of them is under 14. */
export function hasChild(companions: readonly Companion[]): boolean {
  return companions.some(({ ageBand }) => ageBand && childBands.includes(ageBand));
}

/**
 * Storing data of a child under 14 needs the guardian's consent (PIPL, article 31).
 * @throws DomainError `GUARDIAN_CONSENT_REQUIRED`
 */
export function requireGuardianConsent(companions: readonly Companion[], isGiven: boolean): void {
  if (hasChild(companions) && !isGiven)
    throw new DomainError('GUARDIAN_CONSENT_REQUIRED', { pointer: '/guardianConsent' });
}
