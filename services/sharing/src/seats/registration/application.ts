import type {
  RegisterRequest,
  RegistrationView,
} from '@gongxiang/contracts/sharing/seats/registration.contract';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../../activities/actions.js';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import type { Answers } from '@gongxiang/domain/forms';
import type { PlacedPool } from '../../activities/pool/pool.repository.js';
import type { Companion } from './eligibility.model.js';
import type { RegistrationRow } from './registration.entity.js';
import { isActive } from './registration.model.js';
import type { Applicant } from './registration.repository.js';
import { viewOf } from './registration.view.js';
import type { Capacity } from './seating.model.js';

/** Enough for a form of long questions for a family; the form limits each answer. */
const answersMaxCharacters = 60_000;

/** One person to be registered. */
export interface Application {
  /** The caller's transaction handle: the applicant's own, or that of an officer acting for them. */
  readonly tx: Transaction;
  readonly personId: string;
  readonly companions: readonly Companion[];
  /** As sent; null if there were none. */
  readonly answers: Answers | null;
  /** The version of the form that was filled in, if stated. */
  readonly formVersion: number | null;
  /** For the companions under 14. */
  readonly guardianConsent: boolean;
  /** The reason for a seat beyond the capacity; null for everybody else. */
  readonly overrideReason: string | null;
}

export interface Admitted {
  readonly row: RegistrationRow;
  readonly pool: PlacedPool;
  readonly companions: readonly Companion[];
  readonly waitlistPlace: number | null;
  /** Quotas and caps after all decisions. */
  readonly capacity: Capacity;
}

/** The person to be registered; null if the caller is not signed in and names nobody. */
export function personIdOf({ call }: Transaction, request: RegisterRequest): string | null {
  return (request.personId ?? call.actor?.personId)?.toLowerCase() ?? null;
}

/** @throws DomainError `ANSWERS_TOO_LARGE` */
export function applicationOf(tx: Transaction, request: RegisterRequest): Application {
  const answers = request.answers ?? null;
  if (JSON.stringify(answers).length > answersMaxCharacters) {
    throw new DomainError('ANSWERS_TOO_LARGE', { pointer: '/answers' });
  }
  return {
    tx,
    personId: (request.personId ?? tx.personId).toLowerCase(),
    companions: request.companions ?? [],
    answers,
    formVersion: request.formVersion ?? null,
    guardianConsent: request.guardianConsent ?? false,
    overrideReason: request.override?.reason ?? null,
  };
}

/** A draft is invisible to everybody who does not prepare it. @throws DomainError */
export function requireVisible(tx: Transaction, activity: ActivityRow): void {
  if (activity.publishedAt === null) tx.authorise(actions.managePools, { paths: [activity.unionPath] });
}

/** The person's registration with a seat or on the waitlist. */
export function activeIdOf(applicants: ReadonlyMap<string, Applicant>, personId: string): string | null {
  const applicant = applicants.get(personId);
  const state = applicant?.registrationState ?? null;
  return state !== null && isActive(state) ? (applicant?.registrationId ?? null) : null;
}

export function viewOfAdmitted({ personId, now }: Transaction, admitted: Admitted): RegistrationView {
  const { row, pool, companions, waitlistPlace, capacity: hall } = admitted;
  return viewOf(row, {
    poolName: pool.name,
    companions,
    waitlistPlace,
    capacity: hall,
    viewerId: personId,
    now,
  });
}

/** Returns a broken rule as a value, since others are decided in the same batch. */
export function orRefusal<T>(work: () => T): T | DomainError {
  try {
    return work();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}
