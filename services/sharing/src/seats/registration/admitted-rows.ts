import { newId } from '@gongxiang/domain';
import type { Admitted } from './application.js';
import type { Candidate } from './candidate.js';
import { newCheckInCode } from './check-in-code.js';
import { hasChild } from './eligibility.model.js';
import type { RegistrationRow } from './registration.entity.js';
import type { decideRegistrations, SeatDecision, SeatRequest } from './seating.model.js';
import type { SignUpData } from './sign-up-data.js';

export type Decided = ReturnType<typeof decideRegistrations>;

export function seatRequest({ application, pool, came }: Candidate): SeatRequest {
  const heads = 1 + application.companions.length;
  return { poolId: pool.id, heads, overridden: application.overrideReason !== null, came };
}

/** The rows of the admitted, from the decision about each. */
export function seat(
  activityId: string,
  candidates: readonly Candidate[],
  { decisions, capacity: after }: Decided,
  data: SignUpData,
): ReadonlyMap<Candidate, Admitted> {
  const admitted = new Map<Candidate, Admitted>();
  candidates.forEach((candidate, index) => {
    const decision = decisions[index];
    if (decision === undefined) return;
    const row = rowOf(activityId, candidate, decision, data);
    const { pool, application } = candidate;
    const { waitlistPlace } = decision;
    admitted.set(candidate, {
      row,
      pool,
      companions: application.companions,
      waitlistPlace,
      capacity: after,
    });
  });
  return admitted;
}

/** Those whose companions are still stored from an offer they let expire. */
export function revivedIds(candidates: readonly Candidate[]): string[] {
  return candidates.flatMap(({ applicant }) =>
    applicant.registrationState === 'expired' ? applicant.personId : [],
  );
}

function rowOf(
  activityId: string,
  candidate: Candidate,
  decision: SeatDecision,
  data: SignUpData,
): RegistrationRow {
  const { application, pool, applicant } = candidate;
  const { tx, personId } = application;
  return {
    activityId,
    personId,
    // A cancelled or expired registration of the same person is revived and keeps its id.
    id: applicant.registrationId ?? newId(),
    version: (applicant.registrationVersion ?? 0) + 1,
    poolId: pool.id,
    state: decision.state,
    heads: 1 + application.companions.length,
    rank: decision.rank,
    came: candidate.came,
    overrideReason: application.overrideReason,
    offerExpiresAt: null,
    // A new code each time: the ticket of a cancelled registration must not work at the door later.
    checkInCode: newCheckInCode(),
    sealedAnswers: data.sealAnswers({ activityId, personId }, candidate.answers),
    formVersion: candidate.form.version,
    guardianConsentAt: hasChild(application.companions) ? tx.now : null,
    // A person seated by a draw entered it themselves.
    registeredBy: tx.call.actor?.personId ?? personId,
    registeredAt: tx.now,
  };
}
