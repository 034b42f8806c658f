import { DomainError } from '@gongxiang/domain';
import { actions } from '../actions.js';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import type { Mandated } from '../../reference/mandate/acting.js';
import { choosePool } from '../../activities/pool/pool.model.js';
import type { PlacedPool } from '../../activities/pool/pool.repository.js';
import { isMemberOn } from '../../reference/membership.model.js';
import type { StoredAnswers } from '@gongxiang/domain/forms';
import { requireMayRegister } from './acting-for.js';
import type { Application } from './application.js';
import type { AskedForm } from './asked-form.js';
import { openingOf, requireCompanions, requireGuardianConsent, requireOpen } from './eligibility.model.js';
import type { Applicant } from './registration.repository.js';

/** An application that has passed every rule except seats. */
export interface Candidate {
  readonly application: Application;
  readonly pool: PlacedPool;
  readonly applicant: Applicant;
  readonly form: AskedForm;
  readonly mandates: readonly Mandated[];
  readonly answers: StoredAnswers | null;
  /** Number of attended activities if the waitlist goes by that; otherwise 0. */
  readonly came: number;
}

interface Circumstances {
  readonly applicant: Applicant;
  readonly pools: readonly PlacedPool[];
  readonly mandates: readonly Mandated[];
  /** Those of the pools' clubs the person belongs to on the day. */
  readonly clubIds: ReadonlySet<string>;
  /** The day the activity starts. */
  readonly day: string;
}

/** Checks everything except seats. @returns the pool the seat comes from */
export function examine(
  activity: ActivityRow,
  application: Application,
  { applicant, pools, mandates, clubIds, day }: Circumstances,
): PlacedPool {
  const { tx } = application;
  const { state, unionPath, validFrom, validTo } = applicant;
  const isSelf = applicant.personId === tx.personId;
  if (isSelf) tx.authorise(actions.register, {});
  // A signed-in person has activated their account: a copy that says otherwise is stale.
  if (state === null || (isSelf && state === 'imported'))
    throw new DomainError('REFERENCE_PENDING', { retryAfterSeconds: 1 });
  const pool = choosePool(pools, applicant, clubIds);
  requireOpen(openingOf(activity, pool), tx.now);
  requireCompanions(activity, application.companions);
  requireGuardianConsent(application.companions, application.guardianConsent);
  if (pool === null) throw new DomainError('NO_POOL_FOR_YOU');
  if (!isSelf) {
    // Permitted beside the organiser's union: the union that owns the seats or, for the common pool, the person's own
    // union.
    const path = pool.unionPath ?? unionPath;
    requireMayRegister(application, activity, { path, mandates });
  }
  if (application.overrideReason !== null) {
    tx.authorise(actions.overrideCapacity, { paths: [activity.unionPath], visible: true });
  }
  requireMembership({ state, validFrom, validTo }, day);
  return pool;
}

/** Membership on the day of the activity counts, not today's. */
function requireMembership(member: Parameters<typeof isMemberOn>[0], date: string): void {
  // Signed up by somebody else from the roster: the person has not activated their account yet.
  if (member.state === 'imported') throw new DomainError('MEMBER_NOT_ACTIVATED');
  if (!isMemberOn(member, date)) throw new DomainError('NOT_A_MEMBER_ON_THE_DAY', { params: { date } });
}
